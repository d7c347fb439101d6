import { unchangingAs, validatedAs } from '@/lib/kit/server/http/etag'
import { answer } from '@/lib/kit/server/http/operation'
import { stateAt } from '@/lib/kit/server/streams/state-at'
import { getStream } from '@/lib/kit/wire/api-streams'
import { on, routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getStream, async ({ params: { streamType, streamId }, query }) => {
    const { aggregates, types } = getContext()
    const type = types.get(streamType)
    const found = await stateAt(aggregates, type, streamId, query)
    if (found.type === 'refused') return found
    const { version, position, state } = found
    const tagged = query.version === undefined ? validatedAs : unchangingAs
    return answer({ streamType, streamId, version, position, state: { ...state } }, tagged(type, version))
  }),
)
