'use client'

import { memo, Suspense } from 'react'
import { BeingFetched } from '../../ui/being-fetched'
import { ValueTree } from '../inspector/value-tree'
import type { PanelProps } from '../view/stream-view'
import { PanelFrame } from './panel-frame'

/** The state at the moment the playhead is at, value by value. */
export const StatePanel = memo(({ session, playhead }: PanelProps) => (
  <PanelFrame
    session={session}
    playhead={playhead}
    label="Values"
    className="py-3 pr-4 pl-8 sm:pr-6 sm:pl-10"
  >
    <Suspense fallback={<BeingFetched />}>
      <ValueTree value={playhead.shown} />
    </Suspense>
  </PanelFrame>
))
