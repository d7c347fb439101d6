'use client'

import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { useCallback } from 'react'
import { asStep } from '@/lib/kit/client/playhead/as-step'
import { type Compare, useCompare } from '@/lib/kit/client/playhead/use-compare'
import { useOtherStream } from '@/lib/kit/client/playhead/use-other-stream'
import type { Playhead } from '@/lib/kit/client/playhead/use-playhead'
import { type Selection, useSelection } from '@/lib/kit/client/playhead/use-selection'
import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'

const panels = ['when', 'what-if'] as const

/** What stands in the cart's place. */
export type Shown = 'cart' | 'compare' | 'event' | (typeof panels)[number]

/** What a button opens there. */
export type Tool = Exclude<Shown, 'cart' | 'event'>

/** The desk's stage: the cart, or one thing in its place; the address says which. */
export interface Stage {
  readonly shown: Shown
  readonly compare: Compare
  readonly selection: Selection
  readonly open: (what: Tool) => void
  readonly select: (version: number) => void
  /** Back to the cart. */
  readonly close: () => void
}

export const useStage = (session: CartSession, playhead: Playhead): Stage => {
  const [panel, setPanel] = useQueryState('panel', parseAsStringLiteral(panels))
  const compare = useCompare(session, playhead)
  const selection = useSelection(session)
  const shown: Shown =
    panel ?? (compare.mark !== null ? 'compare' : selection.version !== null ? 'event' : 'cart')

  const { close: closeCompare, open: openCompare } = compare
  const { clear, select } = selection
  const isPanel = panel !== null
  const close = useCallback(() => {
    if (isPanel) void setPanel(null, asStep)
    clear()
    closeCompare()
  }, [isPanel, setPanel, clear, closeCompare])
  useOtherStream(session.streamId, close)

  const open = useCallback(
    (what: Tool) => {
      close()
      if (what === 'compare') openCompare()
      else void setPanel(what, asStep)
    },
    [close, openCompare, setPanel],
  )
  const selectAlone = useCallback(
    (version: number) => {
      if (isPanel) void setPanel(null, asStep)
      closeCompare()
      select(version)
    },
    [isPanel, setPanel, closeCompare, select],
  )
  return { shown, compare, selection, open, select: selectAlone, close }
}
