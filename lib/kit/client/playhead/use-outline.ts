'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { recentEvents } from '../../history/history'
import { extendMarkedOutline, type MarkedOutline, markedOutlineOf } from '../../history/marked-outline'
import { isOutgrown } from '../../history/outline'
import { answerOf, retryUnlessRefused } from '../connection/ask-server'
import type { StreamSession } from '../session/stream-session'

/** The whole stream at a glance, live; undefined while it is being asked for. Of a short one it is told from its events. */
export const useOutline = ({
  type,
  path,
  log: { history },
}: Pick<StreamSession, 'type' | 'path' | 'log'>): MarkedOutline | undefined => {
  const client = useQueryClient()
  const { milestones } = type
  const key = useMemo(() => ['stream-outline', path] as const, [path])
  const { from, events } = useMemo(() => recentEvents(history), [history])
  const isWhole = from === 0
  const { data: known, refetch } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => answerOf<MarkedOutline>(`${path}/outline`, signal),
    enabled: !isWhole,
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
    retry: retryUnlessRefused(3),
  })
  const isStale = known !== undefined && (isOutgrown(known) || known.version < from)

  useEffect(() => {
    if (isWhole || !known) return
    // One at a time: each call would hold on to the history of its moment.
    if (isStale) void refetch({ cancelRefetch: false })
    else client.setQueryData(key, extendMarkedOutline(known, events, milestones))
  }, [client, key, isWhole, isStale, known, events, milestones, refetch])

  return useMemo(
    () => (isWhole ? markedOutlineOf(events, milestones) : known),
    [isWhole, events, known, milestones],
  )
}
