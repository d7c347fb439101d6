'use client'

import { lazy, Suspense } from 'react'
import { useWake } from '@/lib/kit/client/page/use-wake'
import type { Playhead } from '@/lib/kit/client/playhead/use-playhead'
import type { StreamSession } from '@/lib/kit/client/session/stream-session'
import { untilThere } from '../../ui/until-there'
import { useMediaQuery } from '../../ui/use-media-query'
import type { StreamView } from '../view/stream-view'
import { useStreamView } from '../view/use-stream-view'
import { fetchViewPart } from '../view/view-parts'
import type { Shown, Stage } from './use-stage'

interface StagePanelProps {
  readonly id: string
  readonly session: StreamSession
  readonly playhead: Playhead
  readonly stage: Stage
  readonly onClose: () => void
}

const ComparePanel = lazy(async () => ({
  default: (await untilThere(() => import('../compare/compare-panel'))).ComparePanel,
}))
const InspectorPanel = lazy(async () => ({
  default: (await untilThere(() => import('../inspector/inspector-panel'))).InspectorPanel,
}))
const InspectorSheet = lazy(async () => ({
  default: (await untilThere(() => import('../inspector/inspector-sheet'))).InspectorSheet,
}))
const WhenStage = lazy(async () => ({ default: (await untilThere(() => import('./when-stage'))).WhenStage }))
const WhatIfPanel = lazy(async () => ({
  default: (await untilThere(() => import('../what-if/what-if-panel'))).WhatIfPanel,
}))

/** What stands in the state's place; fetched when it is first asked for. */
export const StagePanel = (props: StagePanelProps) => (
  <Suspense>
    <Late {...props} />
  </Suspense>
)

/** Drawn by the server it is taken over after the desk, and what is done to it before is kept. */
const Late = (props: StagePanelProps) => (
  <div ref={useWake<HTMLDivElement>()} data-asleep="part" className="contents">
    <Panel {...props} />
  </div>
)

/** A panel and what it needs of the view come side by side, not one after the other. */
const fetchParts = ({ loadStateView, loadSearchView, loadWhatIfView }: StreamView, shown: Shown): void => {
  void fetchViewPart<unknown>(shown === 'when' ? loadSearchView : loadStateView)
  if (shown === 'what-if' && loadWhatIfView) void fetchViewPart(loadWhatIfView)
}

const Panel = ({ id, session, playhead, stage, onClose }: StagePanelProps) => {
  const view = useStreamView()
  const isNarrow = useMediaQuery('(width < 42rem)')
  fetchParts(view, stage.shown)
  const common = { id, session, playhead, onClose }
  const { compare, selection } = stage
  switch (stage.shown) {
    case 'compare':
      return compare.mark !== null && <ComparePanel {...common} compare={compare} mark={compare.mark} />
    case 'event': {
      const { version } = selection
      const Inspector = isNarrow ? InspectorSheet : InspectorPanel
      return (
        version !== null && (
          <Inspector {...common} version={version} onSelect={stage.select} onStep={selection.step} />
        )
      )
    }
    case 'when':
      return <WhenStage {...common} />
    case 'what-if':
      return <WhatIfPanel key={session.streamId} {...common} />
    case 'state':
      return null
  }
}
