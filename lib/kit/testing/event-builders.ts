import { v7 as uuidv7 } from 'uuid'
import type { DomainEvent, RecordedEvent, StoredShape } from '../events/recorded-event'
import type { EventRegistry } from '../events/registry'
import type { NewEvent } from '../server/store/event-store'
import { newEvent as envelop } from '../server/store/new-event'

const origin = {
  occurredAt: '2026-01-02T03:04:05.678Z',
  actor: { kind: 'system', id: 'test' },
  cause: { correlationId: 'story-1', causationId: 'cause-1' },
} as const

/** Builders of a stream type's events, with defaults for all that a test doesn't care about. */
export const eventBuilders = <Event extends DomainEvent>(registry: EventRegistry, streamType: string) => {
  /** An event ready to be appended. */
  const newEvent = <E extends Event>(event: E, overrides: Partial<NewEvent> = {}): NewEvent<E> => ({
    ...envelop(registry, event, { ...origin, eventId: uuidv7() }),
    ...overrides,
  })
  /** Events as the log would give them back, at versions from 1 (or `from`) on. */
  const recorded = (
    events: readonly Event[],
    streamId = `${streamType}-1`,
    from = 1,
  ): RecordedEvent<Event>[] =>
    events.map((event, index) => ({
      ...newEvent(event),
      streamType,
      streamId,
      version: from + index,
      position: from + index,
      hash: 'f'.repeat(64),
    }))
  return { newEvent, recorded }
}

/** An event of any shape, as the log holds it. */
export const standing = (shape: StoredShape, streamType = 'stream', position = 7): RecordedEvent => ({
  ...shape,
  eventId: uuidv7(),
  metadata: { actor: origin.actor, ...origin.cause, commandId: null },
  occurredAt: origin.occurredAt,
  streamType,
  streamId: `${streamType}-1`,
  version: 1,
  position,
  hash: 'f'.repeat(64),
})
