import * as z from 'zod'
import type { EventTypes } from '../events/event-type'
import type { DomainEvent } from '../events/recorded-event'
import type { EventRegistry } from '../events/registry'
import type { Versioned } from '../streams/stream-type'

/** A history may have so many events: it is looked at in a browser, all of it at once. */
export const maxHistoryEvents = 5_000

/** A type of streams with what it takes to write files of their histories and read them again. */
export interface FiledType<State extends Versioned, Event extends DomainEvent> {
  initial(streamId: string): State
  /** The shapes of its events as files have them. */
  readonly eventTypes: EventTypes<Event>
  /** Knows the older shapes of its events. */
  readonly registry: Pick<EventRegistry, 'upcast'>
  /** A state as files have it. */
  readonly state: z.ZodType<State>
  /** What an export says that it is taken from, where that is one of its streams; gives the stream's id. */
  readonly source: z.ZodType<string>
}

/** What exports of one stream of a type say of what they are taken from; gives the stream's id. */
export const exportedFrom = (streamType: string): z.ZodType<string> =>
  z.object({ streamType: z.literal(streamType), streamId: z.string() }).transform(({ streamId }) => streamId)

/** Whether a history happened, or was made up in a branch. */
const told = z.enum(['truth', 'branch'])

/** The shape of an event as a history tells it: in its current shape, without where it stood in any log. */
export const toldEventOf = <Event extends DomainEvent>(eventTypes: EventTypes<Event>): z.ZodType<Event> => {
  const shapes = Object.entries<EventTypes<Event>[Event['type']]>(eventTypes).map(
    ([type, { schemaVersion, data }]) =>
      z.object({ type: z.literal(type), schemaVersion: z.literal(schemaVersion), data }),
  )
  const [first, ...rest] = shapes
  if (!first) throw new Error('A stream without events has no history')
  return z.discriminatedUnion('type', [first, ...rest]) as unknown as z.ZodType<Event>
}

/** The shape of a part of a stream's history as a file: the state before it, and what happened, or could have. */
export const historyFileOf = <State extends Versioned, Event extends DomainEvent>({
  state,
  eventTypes,
}: Pick<FiledType<State, Event>, 'state' | 'eventTypes'>) =>
  z.object({
    format: z.literal('hindsight-history'),
    formatVersion: z.literal(1),
    exportedAt: z.iso.datetime(),
    told,
    before: state,
    events: z.array(toldEventOf(eventTypes)),
  })

/** Where a history's file comes from. */
export interface HistoryOrigin {
  /** ISO 8601. */
  readonly exportedAt: string
  readonly told: z.infer<typeof told>
}

/** A history's file, to be read again with `readHistory`. */
export const toHistoryFile = <State extends Versioned, Event extends DomainEvent>(
  { eventTypes }: Pick<FiledType<State, Event>, 'eventTypes'>,
  origin: HistoryOrigin,
  before: State,
  events: readonly Event[],
) => ({
  format: 'hindsight-history' as const,
  formatVersion: 1 as const,
  ...origin,
  before,
  events: events.map(({ type, data }: Event) => ({
    type,
    schemaVersion: eventTypes[type as Event['type']].schemaVersion,
    data,
  })),
})
