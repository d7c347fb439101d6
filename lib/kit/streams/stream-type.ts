import type { DomainEvent } from '../events/recorded-event'
import type { Decision } from '../kernel/decider'

/** A state says how many events it is made of. */
export interface Versioned {
  readonly version: number
}

export interface Typed {
  readonly type: string
}

/**
 * A type of streams, as browser and server know it: its decider, and what a history of it has to say of itself. Its
 * functions are declared as methods, so that a list may hold types of all kinds.
 */
export interface StreamType<
  State extends Versioned = Versioned,
  Command = unknown,
  Event extends DomainEvent = DomainEvent,
  Rejection extends Typed = Typed,
> {
  /** The first part of its streams' names: `notebook`. */
  readonly streamType: string
  /** The events that stand out in a history: beginnings, returns and ends. */
  readonly milestones: readonly Event['type'][]
  /** Whose stream it is, as its first event says; undefined where it is nobody's. */
  ownerOf(first: Event): string | undefined
  /** The state of a stream before its first event. */
  initial(streamId: string): State
  evolve(state: State, event: Event): State
  /** What `evolve` gives event by event, but free to be quicker. Leaves the state it is given as it was. */
  fold(state: State, events: Iterable<Event>): State
  decide(command: Command, state: State): Decision<Event, Rejection>
}
