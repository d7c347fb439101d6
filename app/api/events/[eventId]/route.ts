import { answer } from '@/lib/kit/server/http/operation'
import { getEvent } from '@/lib/kit/wire/api-events'
import { refuseAbsent } from '@/lib/shop/server/http/refusal'
import { on, routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getEvent, async ({ params: { eventId } }) => {
    const event = await getContext().store.readEvent(eventId)
    return event ? answer(event) : refuseAbsent('EventNotFound')
  }),
)
