import type * as z from 'zod'
import type { getEvents } from '../../wire/api-events'
import type { EventFilter } from '../store/event-store'

type Asked = Omit<z.infer<NonNullable<typeof getEvents.query>>, 'after' | 'limit'>

/** The store's filter for what a query asks for. */
export const toEventFilter = ({
  type,
  streamType,
  actor,
  correlationId,
  since,
  until,
  occurredSince,
  occurredUntil,
}: Asked): EventFilter => ({
  types: type === undefined ? undefined : [type],
  streamTypes: streamType === undefined ? undefined : [streamType],
  actorId: actor,
  correlationId,
  since,
  until,
  occurredSince,
  occurredUntil,
})
