'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answerOf, retryUnlessRefused } from '@/lib/kit/client/connection/ask-server'
import { storyPath } from '@/lib/kit/client/story/read-story'
import { storyPage } from '@/lib/kit/wire/api-stories'

/** A page of the events that belong together; the one before stays until it is there. */
export const useStory = (correlationId: string, after: number) =>
  useQuery({
    queryKey: ['story', correlationId, after],
    queryFn: async ({ signal }) => storyPage.parse(await answerOf(storyPath(correlationId, after), signal)),
    placeholderData: keepPreviousData,
    retry: retryUnlessRefused(1),
  })
