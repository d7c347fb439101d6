'use client'

import { parseAsInteger, useQueryState } from 'nuqs'
import { useCallback } from 'react'
import type { StreamSession } from '../session/stream-session'
import { asStep } from './as-step'

/** The event one looks into, as the address has it. */
export interface Selection {
  /** Its version; null while there is none. */
  readonly version: number | null
  readonly select: (version: number) => void
  /** Goes on to another one; Back leads to before the first. */
  readonly step: (version: number) => void
  readonly clear: () => void
}

export const useSelection = ({ head }: Pick<StreamSession, 'head'>): Selection => {
  const [at, setAt] = useQueryState('e', parseAsInteger)
  const clear = useCallback(() => {
    if (at !== null) void setAt(null, asStep)
  }, [at, setAt])
  const select = useCallback((version: number) => void setAt(version, asStep), [setAt])
  const step = useCallback((version: number) => void setAt(version), [setAt])
  return { version: at !== null && at >= 1 && at <= head ? at : null, select, step, clear }
}
