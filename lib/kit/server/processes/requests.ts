import * as z from 'zod'
import { type Cause, causedBy } from '../../events/cause'
import type { DomainEvent, RecordedEvent } from '../../events/recorded-event'
import { type StreamName, streamOfEvent } from '../../events/stream-name'
import type { ProcessRequest } from '../../processes/process-events'
import { isRequestType } from '../../processes/process-state'

/** Which request of which instance it is, and the cause of what comes of it. */
export interface RequestRef {
  readonly id: string
  readonly stream: StreamName
  readonly cause: Cause
}

/** The same as it stands in waiting work. */
export const requestRef: z.ZodType<RequestRef> = z.object({
  id: z.string(),
  stream: z.object({ type: z.string(), id: z.string() }),
  cause: z.object({ correlationId: z.string(), causationId: z.string() }),
})

export type RecordedRequest = RecordedEvent<ProcessRequest>

/** Does a process ask for something in this event? */
export const isRequest = (event: RecordedEvent<DomainEvent>): event is RecordedRequest =>
  isRequestType(event.type)

export const refOf = (event: RecordedRequest): RequestRef => ({
  id: event.data.id,
  stream: streamOfEvent(event),
  cause: causedBy(event),
})
