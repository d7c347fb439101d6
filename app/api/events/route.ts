import { getEvents } from '@/lib/protocol/api-events'
import { answer, on } from '@/lib/server/http/operation'
import { routes } from '@/lib/server/http/routes'
import { getContext } from '@/lib/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getEvents, async ({ query: { after, limit, type, streamType, actor, ...rest } }) => {
    const filter = {
      ...rest,
      types: type === undefined ? undefined : [type],
      streamTypes: streamType === undefined ? undefined : [streamType],
      actorId: actor,
    }
    const found = await getContext().store.readAll({ after, limit: limit + 1, filter })
    const events = found.slice(0, limit)
    return answer({ events, next: found.length > limit ? (events.at(-1)?.position ?? null) : null })
  }),
)
