import { getStory } from '@/lib/protocol/api-stories'
import { answer, on } from '@/lib/server/http/operation'
import { routes } from '@/lib/server/http/routes'
import { getContext } from '@/lib/server/shared-context'
import { readStory } from '@/lib/server/stories/read-story'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getStory, async ({ identity, params: { correlationId }, query }) =>
    answer(await readStory(getContext().store, identity, correlationId, query)),
  ),
)
