'use client'

import { lazy, Suspense } from 'react'
import type { Playhead } from '@/lib/kit/client/playhead/use-playhead'
import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'
import { untilThere } from '../../ui/until-there'
import { useMediaQuery } from '../../ui/use-media-query'
import type { Stage } from './use-stage'

interface StagePanelProps {
  readonly id: string
  readonly session: CartSession
  readonly playhead: Playhead<CartSession['optimistic']>
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

/** What stands in the cart's place; fetched when it is first asked for. */
export const StagePanel = (props: StagePanelProps) => (
  <Suspense>
    <Panel {...props} />
  </Suspense>
)

const Panel = ({ id, session, playhead, stage, onClose }: StagePanelProps) => {
  const isNarrow = useMediaQuery('(width < 42rem)')
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
    case 'cart':
      return null
  }
}
