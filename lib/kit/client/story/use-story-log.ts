'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { StoryPage } from '../../wire/api-stories'
import type { LinkState } from '../connection/link'
import { isLookedAt, onLook } from '../connection/looking'
import { tabSocket } from '../connection/socket'
import { readStoryAfter } from './read-story'
import { openStoryLink } from './story-link'
import { extendStory, lastPosition, openStory, type StoryLog } from './story-log'

/** A part of a story, live: what the page came with, then what is read on. */
export const useStoryLog = (
  opening: StoryPage,
  after: number,
): { readonly story: StoryLog; readonly link: LinkState } => {
  const client = useQueryClient()
  const { correlationId } = opening
  const key = useMemo(() => ['story-log', correlationId, after] as const, [correlationId, after])
  const { data: story } = useQuery<StoryLog>({
    queryKey: key,
    queryFn: () => client.getQueryData<StoryLog>(key) ?? openStory(opening),
    initialData: () => openStory(opening),
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  })
  const [link, setLink] = useState<LinkState>('connecting')

  useEffect(() => {
    const opened = openStoryLink({
      correlationId,
      socket: tabSocket(),
      readOn: async () => {
        const known = client.getQueryData<StoryLog>(key)
        // What goes on in another part grows there.
        if (!known || known.next !== null) return 'answered'
        const answer = await readStoryAfter(correlationId, Math.max(after, lastPosition(known)))
        if (answer.type === 'answered') {
          client.setQueryData<StoryLog>(key, (now) => now && extendStory(now, answer.body))
        }
        return answer.type
      },
      onState: setLink,
      isWatched: isLookedAt,
    })
    const stopLooking = onLook(opened.look)
    return () => {
      stopLooking()
      opened.close()
    }
  }, [client, key, correlationId, after])

  return { story, link }
}
