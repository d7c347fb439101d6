'use client'

import { useRouter } from 'next/navigation'
import type { KnownTypeOf } from '@/components/player/lanes/known-type'
import { StoryViewer } from '@/components/player/lanes/story-viewer'
import type { Versioned } from '@/lib/kit/streams/stream-type'
import type { StoryPage } from '@/lib/kit/wire/api-stories'
import type { StreamOpening } from '@/lib/kit/wire/stream-opening'
import { searchableTypes } from '@/lib/shop/wire/searchable-types'
import { storyPage } from '../story-page'
import { streamPage } from '../stream-page'
import { viewOf } from '../stream-views'
import { ShopLane } from './shop-lane'

interface ShopStoryProps {
  readonly opening: StoryPage
  readonly after: number
  readonly laneOpening: StreamOpening<Versioned> | undefined
}

const knownTypeOf: KnownTypeOf = (streamType) => {
  const type = searchableTypes.find((each) => each.streamType === streamType)
  return type && { type, view: viewOf(type) }
}

/** What belongs together of the shop's streams, to be looked at. */
export const ShopStory = ({ opening, ...props }: ShopStoryProps) => {
  const { push } = useRouter()
  return (
    <StoryViewer
      {...props}
      opening={opening}
      knownTypeOf={knownTypeOf}
      Session={ShopLane}
      pageOf={streamPage}
      onOpenPage={push}
      partPage={(after) => `${storyPage(opening.correlationId)}${after > 0 ? `?after=${after}` : ''}`}
    />
  )
}
