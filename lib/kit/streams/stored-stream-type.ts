import type { EventType, EventTypes, RetiredEventType } from '../events/event-type'
import type { DomainEvent } from '../events/recorded-event'
import { createRegistry, type EventRegistry } from '../events/registry'
import type { StreamType, Typed, Versioned } from './stream-type'

/** What it takes to keep states that streams were folded to. */
export interface KeptStates<State> {
  /** Raised with every change of the state's shape or of what the fold makes of an event: older snapshots don't count. */
  readonly stateVersion: number
  /** About how many bytes a state takes in memory. */
  bytesOf(state: State): number
}

/** A type of streams with what it takes to write, read and keep them. */
export interface StoredStreamType<
  State extends Versioned = Versioned,
  Command = unknown,
  Event extends DomainEvent = DomainEvent,
  Rejection extends Typed = Typed,
> extends StreamType<State, Command, Event, Rejection>,
    KeptStates<State> {
  /** Each type of event with its schemas, old and current. */
  readonly eventTypes: EventTypes<Event>
  /** Types of events that are written no more. */
  readonly retiredEventTypes?: Readonly<Record<string, RetiredEventType>>
  /** The events after which nothing follows: a stream that ended may go to cold storage. */
  readonly endings: readonly Event['type'][]
}

/** The registry of all events of some types of streams. Throws where two types have an event of one name that isn't shared. */
export const registryOf = (
  types: readonly Pick<StoredStreamType, 'eventTypes' | 'retiredEventTypes'>[],
): EventRegistry => {
  const written = types.flatMap(({ eventTypes }) => Object.entries(eventTypes))
  const retired = types.flatMap(({ retiredEventTypes = {} }) => Object.entries(retiredEventTypes))
  const known = new Map<string, EventType | RetiredEventType>()
  for (const [name, definition] of [...written, ...retired]) {
    const other = known.get(name)
    const isOneOfMany = 'isShared' in definition && definition.isShared && other === definition
    if (other && !isOneOfMany) throw new Error(`Two types of streams have an event of type ${name}`)
    known.set(name, definition)
  }
  return createRegistry(Object.fromEntries(written), Object.fromEntries(retired))
}
