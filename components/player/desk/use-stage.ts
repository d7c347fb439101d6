'use client'

import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { useCallback } from 'react'
import { asStep } from '@/lib/kit/client/playhead/as-step'
import { type Compare, useCompare } from '@/lib/kit/client/playhead/use-compare'
import { useOtherStream } from '@/lib/kit/client/playhead/use-other-stream'
import type { Playhead } from '@/lib/kit/client/playhead/use-playhead'
import { type Selection, useSelection } from '@/lib/kit/client/playhead/use-selection'
import type { StreamSession } from '@/lib/kit/client/session/stream-session'
import type { StreamView } from '../view/stream-view'

const panels = ['when', 'what-if'] as const

/** What stands on the stage. */
export type Shown = 'state' | 'compare' | 'event' | (typeof panels)[number]

/** What a button opens there. */
export type Tool = Exclude<Shown, 'state' | 'event'>

/** The desk's stage: the stream's state, or one thing in its place; the address says which. */
export interface Stage {
  readonly shown: Shown
  readonly compare: Compare
  readonly selection: Selection
  readonly open: (what: Tool) => void
  readonly select: (version: number) => void
  /** Back to the state. */
  readonly close: () => void
}

export const useStage = (view: StreamView, session: StreamSession, playhead: Playhead): Stage => {
  const [asked, setPanel] = useQueryState('panel', parseAsStringLiteral(panels))
  // The address may name a tool that this type of streams hasn't.
  const panel = asked === 'what-if' && !view.loadWhatIfView ? null : asked
  const compare = useCompare(session, playhead)
  const selection = useSelection(session)
  const shown: Shown =
    panel ?? (compare.mark !== null ? 'compare' : selection.version !== null ? 'event' : 'state')

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
