'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answerOf, retryUnlessRefused } from '@/lib/kit/client/connection/ask-server'
import { type StoryPage, storyPage } from '@/lib/kit/wire/api-stories'

const readPage = async (correlationId: string, after: number, signal: AbortSignal): Promise<StoryPage> => {
  const path = `/api/stories/${encodeURIComponent(correlationId)}?after=${after}`
  return storyPage.parse(await answerOf(path, signal))
}

/** A page of the events that belong together; the one before stays until it is there. */
export const useStory = (correlationId: string, after: number) =>
  useQuery({
    queryKey: ['story', correlationId, after],
    queryFn: ({ signal }) => readPage(correlationId, after, signal),
    placeholderData: keepPreviousData,
    retry: retryUnlessRefused(1),
  })
