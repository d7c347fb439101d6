import { answer } from '@/lib/kit/server/http/operation'
import { readStory } from '@/lib/kit/server/streams/read-story'
import { getStory } from '@/lib/kit/wire/api-stories'
import { on, routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getStory, async ({ identity, params: { correlationId }, query }) =>
    answer(await readStory(getContext(), identity, correlationId, query)),
  ),
)
