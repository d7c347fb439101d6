import type { DomainEvent } from '../../events/recorded-event'
import type { EventSubjects } from '../../wire/searchable-type'

/** Longer than this without an event, and the stream was left alone: 30 minutes in milliseconds. */
export const idleMs = 30 * 60_000

/** An event with when it occurred, in milliseconds since 1970. */
export type TimedEvent = DomainEvent & { readonly at: number }

/** Whether an event goes on with what the one before it did: of the same type and subject, and not long after. */
export const goesOn = (
  before: TimedEvent,
  event: TimedEvent,
  subjects: Pick<EventSubjects, 'subjectOf'> | undefined,
): boolean =>
  before.type === event.type &&
  subjects?.subjectOf(before) === subjects?.subjectOf(event) &&
  event.at - before.at <= idleMs
