'use client'

import { useMemo } from 'react'
import { undoTargetsOf } from '@/lib/client/undo-targets-of'
import type { CartSession } from '@/lib/client/use-cart-session'
import type { Playhead } from '@/lib/client/use-playhead'
import type { CartRequest } from '@/lib/protocol/commands'

export const undoReason = 'undo'
export const redoReason = 'redo'

export interface Undo {
  /** Takes back the last change; undefined when there is none. */
  readonly undo: (() => void) | undefined
  /** Does again what was taken back last; undefined when there is nothing. */
  readonly redo: (() => void) | undefined
}

/** Undo and redo on the cart as it is now, with all that is on its way; neither while one looks at the past. */
export const useUndo = ({ log, pending, restore, optimistic }: CartSession, { isLive }: Playhead): Undo => {
  const targets = useMemo(() => undoTargetsOf(log, pending), [log, pending])
  const stepTo = (toVersion: number | undefined, reason: string) =>
    toVersion !== undefined && isLive
      ? () => restore({ toVersion, reason, seen: optimistic.version })
      : undefined
  return { undo: stepTo(targets.undo, undoReason), redo: stepTo(targets.redo, redoReason) }
}

/** Is it a step of undo or redo? The cart shows those well enough. */
export const isStep = (request: Extract<CartRequest, { type: 'RestoreCart' }>): boolean =>
  request.reason === undoReason || request.reason === redoReason
