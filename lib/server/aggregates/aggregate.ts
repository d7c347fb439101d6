import type { Decider } from '../../kernel/decider'
import type { DomainEvent } from '../../protocol/recorded-event'

/** A decider with what the server has to know to keep its streams. */
export interface Aggregate<State, Command, Event extends DomainEvent, Rejection>
  extends Decider<State, Command, Event, Rejection> {
  readonly streamType: string
  /** Raised with every change of the state's shape or of what the fold makes of an event: older snapshots don't count. */
  readonly stateVersion: number
  /** About how many bytes a state takes in memory. */
  readonly bytesOf: (state: State) => number
}

/** An aggregate whose commands don't matter. */
export type Foldable<State, Event extends DomainEvent> = Pick<
  Aggregate<State, never, Event, never>,
  'initial' | 'evolve' | 'fold' | 'streamType' | 'stateVersion' | 'bytesOf'
>

/** A state and where in the log it was reached. */
export interface Folded<State> {
  readonly state: State
  readonly version: number
  /** Of the event it was reached with; 0 before the first. */
  readonly position: number
}
