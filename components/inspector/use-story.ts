'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type StoryPage, storyPage } from '@/lib/protocol/api-stories'

const readPage = async (correlationId: string, after: number, signal: AbortSignal): Promise<StoryPage> => {
  const answer = await fetch(`/api/stories/${encodeURIComponent(correlationId)}?after=${after}`, { signal })
  if (!answer.ok) throw new Error(`The story answered ${answer.status}`)
  return storyPage.parse(await answer.json())
}

/** A page of the events that belong together; the one before stays until it is there. */
export const useStory = (correlationId: string, after: number) =>
  useQuery({
    queryKey: ['story', correlationId, after],
    queryFn: ({ signal }) => readPage(correlationId, after, signal),
    placeholderData: keepPreviousData,
    retry: 1,
  })
