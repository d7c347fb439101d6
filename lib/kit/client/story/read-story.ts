import { type StoryPage, storyPage } from '../../wire/api-stories'
import { askServer, type ServerAnswer } from '../connection/ask-server'

/** Where what came of a story after a position is read. */
export const storyPath = (correlationId: string, after: number): string =>
  `/api/stories/${encodeURIComponent(correlationId)}?after=${after}`

/** Reads what came of a story after a position. What isn't understood is no answer: it may come from a newer server. */
export const readStoryAfter = async (
  correlationId: string,
  after: number,
): Promise<ServerAnswer<StoryPage>> => {
  const asked = await askServer(storyPath(correlationId, after))
  if (asked.type !== 'answered') return asked
  const page = storyPage.safeParse(asked.body)
  return page.success ? { ...asked, body: page.data } : { type: 'unanswered', afterMs: undefined }
}
