'use client'

import { useRouter } from 'next/navigation'
import { useCallback } from 'react'
import { StatePanel } from '@/components/player/viewer/state-panel'
import { StreamHeading } from '@/components/player/viewer/stream-heading'
import { StreamViewer } from '@/components/player/viewer/stream-viewer'
import { useStreamSession } from '@/lib/kit/client/session/use-stream-session'
import type { Versioned } from '@/lib/kit/streams/stream-type'
import type { StreamOpening } from '@/lib/kit/wire/stream-opening'
import { spawnScan } from '@/lib/shop/client/spawn-scan'
import { searchableOf } from '@/lib/shop/wire/searchable-types'
import { streamPage } from '../stream-page'
import { viewOf } from '../stream-views'
import { OwnedHeading } from './owned-heading'

interface AnyStreamViewerProps {
  readonly opening: StreamOpening<Versioned>
  /** Whether who looks has more than their own streams to see. */
  readonly opensOthers: boolean
}

/** A stream of any type of the shop's to be looked at, live and at any past version. */
export const AnyStreamViewer = ({ opening, opensOthers }: AnyStreamViewerProps) => {
  const type = searchableOf(opening.streamType)
  const session = useStreamSession({ type, opening, spawnScan })
  const view = viewOf(type)
  const router = useRouter()
  const { streamType } = type
  const open = useCallback(
    (id: string) => router.push(streamPage({ type: streamType, id })),
    [router, streamType],
  )
  return (
    <StreamViewer
      view={view}
      session={session}
      Heading={opensOthers ? OwnedHeading : StreamHeading}
      Panel={view.Panel ?? StatePanel}
      onOpenStream={opensOthers ? open : undefined}
    />
  )
}
