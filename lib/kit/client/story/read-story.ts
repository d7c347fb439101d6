import { type StoryPage, storyPage } from '../../wire/api-stories'
import { askServer, type ServerAnswer } from '../connection/ask-server'

/** Reads what came of a story after a position. */
export const readStoryAfter = async (
  correlationId: string,
  after: number,
): Promise<ServerAnswer<StoryPage>> => {
  const path = `/api/stories/${encodeURIComponent(correlationId)}?after=${after}`
  const asked = await askServer(path)
  return asked.type === 'answered' ? { ...asked, body: storyPage.parse(asked.body) } : asked
}
