import { validatedAs } from '@/lib/kit/server/http/etag'
import { answer } from '@/lib/kit/server/http/operation'
import { readEventsPage } from '@/lib/kit/server/streams/read-events-page'
import { getStreamEvents } from '@/lib/kit/wire/api-streams'
import { on, routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getStreamEvents, async ({ params: { streamType, streamId }, query }) => {
    const { store, types } = getContext()
    const type = types.get(streamType)
    const page = await readEventsPage(store, type, streamId, query)
    return answer(page, validatedAs(type, page.headVersion))
  }),
)
