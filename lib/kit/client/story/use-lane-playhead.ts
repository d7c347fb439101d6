'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Versioned } from '../../streams/stream-type'
import { answerOf, retryUnlessRefused } from '../connection/ask-server'
import type { Playhead } from '../playhead/use-playhead'
import { useShown } from '../playhead/use-shown'
import type { StreamSession } from '../session/stream-session'
import { useStateAt } from '../stream-log/use-window'
import { boundsAt, type Lane } from './lanes'
import type { Needle } from './use-needle'
import { versionAt } from './version-at'

const nothing = () => undefined

/**
 * The lane's own playhead, which follows the story's needle: the stream as it stood right after the needle's place in the
 * log, by whatever it had come there. Other versions are looked at elsewhere.
 */
export const useLanePlayhead = <State extends Versioned>(
  session: StreamSession<State>,
  lane: Lane,
  { position, isLive }: Pick<Needle, 'position' | 'isLive'>,
  onOpenVersion: (version: number) => void,
): Playhead<State> => {
  const { head, optimistic, log, path } = session
  const bounds = position === undefined ? undefined : boundsAt(lane, position)
  const told = bounds && position !== undefined ? versionAt(log.history, position, bounds) : head
  const { data: asked } = useQuery({
    queryKey: ['version-at', path, position],
    queryFn: async ({ signal }) =>
      (await answerOf<{ readonly version: number }>(`${path}?position=${position}`, signal)).version,
    enabled: told === undefined,
    // What has happened stays so.
    staleTime: Number.POSITIVE_INFINITY,
    retry: retryUnlessRefused(3),
  })
  const version = told ?? asked
  const at = version ?? bounds?.atLeast ?? 0
  const past = useStateAt(session, at)
  const known = version === undefined ? undefined : past
  const { shown, isLoading } = useShown(isLive ? optimistic : known, optimistic)
  return useMemo(
    () => ({
      version: at,
      head,
      isLive,
      shown,
      isLoading,
      unseen: 0,
      seek: onOpenVersion,
      scrub: nothing,
      release: nothing,
      jump: onOpenVersion,
      goLive: nothing,
    }),
    [at, head, isLive, shown, isLoading, onOpenVersion],
  )
}
