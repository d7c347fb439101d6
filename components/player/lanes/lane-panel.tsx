'use client'

import { useQuery } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { retryUnlessRefused } from '@/lib/kit/client/connection/ask-server'
import { fetchOpening } from '@/lib/kit/client/stream-log/fetch-opening'
import type { Versioned } from '@/lib/kit/streams/stream-type'
import type { StreamOpening } from '@/lib/kit/wire/stream-opening'
import { Button } from '../../ui/button'
import { Skeleton } from '../../ui/skeleton'
import type { LaneShown } from './lane-state'

/** Shows a lane's state, with a session of the kind that its type of streams has. */
export type LaneSession = ComponentType<LaneShown & { readonly opening: StreamOpening<Versioned> }>

interface LanePanelProps extends LaneShown {
  /** What the page came with; undefined where that was another lane. */
  readonly opening: StreamOpening<Versioned> | undefined
  readonly Session: LaneSession
  readonly noun: string
}

/** The state of a lane's stream, which is fetched when one first looks at the lane. */
export const LanePanel = ({ opening, Session, noun, ...shown }: LanePanelProps) => {
  const { key, stream } = shown.lane
  const { data, isError, refetch } = useQuery({
    queryKey: ['stream-opening', key],
    queryFn: () => fetchOpening<Versioned, never>({ streamType: stream.type, streamId: stream.id }),
    enabled: opening === undefined,
    // Its own log goes on from there.
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
    retry: retryUnlessRefused(2),
  })
  const known = opening ?? data
  if (known) return <Session {...shown} opening={known} />
  if (isError) {
    return (
      <div role="alert" className="px-4 py-5 text-md sm:px-6">
        <p className="pb-2">{`The ${noun} could not be loaded.`}</p>
        <Button size="sm" onClick={() => void refetch()}>
          Try again
        </Button>
      </div>
    )
  }
  return (
    <div role="status" aria-label={`Loading the ${noun}`} className="space-y-3 px-4 py-5 sm:px-6">
      <Skeleton className="h-8 w-1/3" />
      <Skeleton className="h-4 w-1/2" />
      <Skeleton className="h-40 w-full" />
    </div>
  )
}

/** What stands in place of the state of a stream whose type nobody here knows. */
export const UnknownState = ({ noun }: { readonly noun: string }) => (
  <div className="px-4 py-8 sm:px-6">
    <p className="font-display text-2xl">{`How a ${noun} is read is not known here`}</p>
    <p className="max-w-prose pt-2 text-md text-muted">
      What happened to it stands in its lane and among the events.
    </p>
  </div>
)
