import { toEventFilter } from '@/lib/kit/server/http/event-filter'
import { answer } from '@/lib/kit/server/http/operation'
import { getEvents } from '@/lib/kit/wire/api-events'
import { on, routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getEvents, async ({ query: { after, limit, ...asked } }) => {
    const filter = toEventFilter(asked)
    const found = await getContext().store.readAll({ after, limit: limit + 1, filter })
    const events = found.slice(0, limit)
    return answer({ events, next: found.length > limit ? (events.at(-1)?.position ?? null) : null })
  }),
)
