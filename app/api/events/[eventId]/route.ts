import { getEvent } from '@/lib/protocol/api-events'
import { answer, on } from '@/lib/server/http/operation'
import { refuseAbsent } from '@/lib/server/http/refusal'
import { routes } from '@/lib/server/http/routes'
import { getContext } from '@/lib/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getEvent, async ({ params: { eventId } }) => {
    const event = await getContext().store.readEvent(eventId)
    return event ? answer(event) : refuseAbsent('EventNotFound')
  }),
)
