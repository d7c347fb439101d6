'use client'

import { debounce, parseAsInteger, parseAsStringLiteral, useQueryState } from 'nuqs'
import { useCallback, useLayoutEffect, useRef } from 'react'
import type { StreamSession } from '../session/stream-session'
import { asStep } from './as-step'
import type { Playhead } from './use-playhead'

export const compareViews = ['words', 'structure', 'raw'] as const
export type CompareView = (typeof compareViews)[number]

/** The version looked at beside another one. */
export interface Compare {
  /** The version it is compared with, from 0 to the head; null while there is none. */
  readonly mark: number | null
  readonly view: CompareView
  /** Compares with what one compared with last, else with the version before. */
  readonly open: () => void
  readonly close: () => void
  readonly move: (mark: number) => void
  /** Looks at the one, and compares with the other. */
  readonly swap: () => void
  readonly show: (view: CompareView) => void
}

const markInAddress = parseAsInteger.withOptions({ history: 'replace', limitUrlUpdates: debounce(150) })
const viewInAddress = parseAsStringLiteral(compareViews).withDefault('words')

export const useCompare = (
  { head }: Pick<StreamSession, 'head'>,
  { version, jump }: Pick<Playhead, 'version' | 'jump'>,
): Compare => {
  const [at, setAt] = useQueryState('c', markInAddress)
  const [view, setView] = useQueryState('diff', viewInAddress)
  const mark = at === null ? null : Math.min(head, Math.max(0, at))
  const last = useRef<number | null>(null)
  const latest = useRef({ version, head })
  useLayoutEffect(() => {
    latest.current = { version, head }
  })

  const close = useCallback(() => {
    if (at === null) return
    last.current = at
    void setAt(null, asStep)
    void setView(null, asStep)
  }, [at, setAt, setView])

  const open = useCallback(() => {
    const { version, head } = latest.current
    const before = version > 0 ? version - 1 : Math.min(1, head)
    const known = last.current !== null && last.current !== version && last.current <= head
    void setAt(known ? last.current : before, asStep)
  }, [setAt])
  const swap = () => {
    if (mark === null) return
    void setAt(version, asStep)
    jump(mark)
  }
  return {
    mark,
    view,
    open,
    close,
    move: (to) => void setAt(Math.min(head, Math.max(0, to))),
    swap,
    show: (shown) => void setView(shown),
  }
}
