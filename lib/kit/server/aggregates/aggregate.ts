import type { DomainEvent } from '../../events/recorded-event'
import type { Decider } from '../../kernel/decider'

/** What the server has to know of an aggregate to fold and keep its streams. */
export interface Foldable<State, Event> {
  readonly streamType: string
  /** Raised with every change of the state's shape or of what the fold makes of an event: older snapshots don't count. */
  readonly stateVersion: number
  /** How many versions lie between two snapshots. */
  readonly snapshotEvery: number
  /** About how many bytes a state takes in memory. */
  readonly bytesOf: (state: State) => number
  readonly initial: (streamId: string) => State
  readonly fold: (state: State, events: Iterable<Event>) => State
}

/** A decider whose streams the server keeps. */
export interface Aggregate<State, Command, Event extends DomainEvent, Rejection>
  extends Foldable<State, Event>,
    Decider<State, Command, Event, Rejection> {}

/** A state and where in the log it was reached. */
export interface Folded<State> {
  readonly state: State
  readonly version: number
  /** Of the event it was reached with; 0 before the first. */
  readonly position: number
}
