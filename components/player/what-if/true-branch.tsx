'use client'

import { useQuery } from '@tanstack/react-query'
import type { StreamSession } from '@/lib/kit/client/session/stream-session'
import { Button } from '../../ui/button'
import { Skeleton } from '../../ui/skeleton'
import { useWhatIfView } from '../view/view-parts'
import { BranchView } from './branch-view'
import { loadBranch } from './load-branch'

interface TrueBranchProps {
  readonly session: StreamSession
  readonly after: number
}

/** A branch of what happened to the stream after a version, up to now; what comes later isn't taken in. */
export const TrueBranch = ({ session, after }: TrueBranchProps) => {
  const { rules } = useWhatIfView()
  const { data, isError, refetch } = useQuery({
    queryKey: ['what-if', session.streamId, after],
    queryFn: () => loadBranch(rules, session, after),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    structuralSharing: false,
  })
  if (data) return <BranchView begun={data} streamId={session.log.streamId} name="Truth" />
  if (isError)
    return (
      <div className="grid flex-1 place-content-center justify-items-center gap-4 px-6 text-center">
        <p className="text-md">The events couldn’t be loaded.</p>
        <Button onClick={() => void refetch()}>Try again</Button>
      </div>
    )
  return (
    <div role="status" aria-label="Loading the events" className="grid gap-4 px-6 py-5">
      <Skeleton className="h-9" />
      <Skeleton className="h-9" />
      <Skeleton className="h-9" />
    </div>
  )
}
