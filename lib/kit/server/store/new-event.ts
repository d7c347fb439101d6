import type { Cause } from '../../events/cause'
import type { Actor, DomainEvent } from '../../events/recorded-event'
import type { EventRegistry } from '../../events/registry'
import type { NewEvent } from './event-store'

/** How an event came to be. Its id and its time are handed in, so that whoever makes it decides on both. */
export interface Origin extends Pick<NewEvent, 'eventId' | 'occurredAt' | 'tags'> {
  readonly actor: Actor
  readonly cause: Cause
  /** The command that made it, where one did; the id where the caller gave one. */
  readonly command?: { readonly type: string; readonly id?: string | undefined } | undefined
}

/** An event in its envelope, ready to be appended, at the schema version its type is written with today. */
export const newEvent = <Event extends DomainEvent>(
  { currentVersionOf }: Pick<EventRegistry, 'currentVersionOf'>,
  event: Event,
  { eventId, occurredAt, tags, actor, cause, command }: Origin,
): NewEvent<Event> => ({
  ...event,
  eventId,
  schemaVersion: currentVersionOf(event.type),
  metadata: {
    actor,
    correlationId: cause.correlationId,
    causationId: cause.causationId,
    commandId: command?.id ?? null,
    ...(command && { commandType: command.type }),
  },
  occurredAt,
  ...(tags && { tags }),
})
