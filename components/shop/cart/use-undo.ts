'use client'

import { useMemo } from 'react'
import type { CartPlayhead } from '@/lib/shop/cart/client/cart-playhead'
import { undoTargetsOf } from '@/lib/shop/cart/client/undo-targets-of'
import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'
import type { UndoStep } from '@/lib/shop/cart/events'

export interface Undo {
  /** Takes back the last act, whoever's it was; undefined when there is none. */
  readonly undo: (() => void) | undefined
  /** Does again what was taken back last; undefined when there is nothing. */
  readonly redo: (() => void) | undefined
}

/** Undo and redo on the cart as it is now, with all that is on its way; neither while one looks at the past. */
export const useUndo = (
  { log, pending, restore, optimistic }: CartSession,
  { isLive }: CartPlayhead,
): Undo => {
  const targets = useMemo(() => undoTargetsOf(log, pending), [log, pending])
  const stepTo = (toVersion: number | undefined, step: UndoStep) =>
    toVersion !== undefined && isLive
      ? () => restore({ toVersion, step, seen: optimistic.version })
      : undefined
  return { undo: stepTo(targets.undo, 'undo'), redo: stepTo(targets.redo, 'redo') }
}
