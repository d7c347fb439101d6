import type { DomainEvent } from '../../events/recorded-event'
import type { Decider } from '../../kernel/decider'
import { keyframeInterval } from '../../kernel/keyframe-interval'
import type { KeptStates } from '../../streams/stored-stream-type'

/** What the server has to know of a type of streams to fold them and keep their states. */
export interface Foldable<State, Event>
  extends Pick<Decider<State, never, Event, never>, 'initial' | 'fold'>,
    KeptStates<State> {
  readonly streamType: string
  /** How many versions lie between two snapshots; when left out, as many as between the keyframes of a browser. */
  readonly snapshotEvery?: number
}

/** A type of streams whose commands the server handles. */
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

/** The browser's keyframes are snapshots. */
export const snapshotEveryOf = ({
  snapshotEvery = keyframeInterval,
}: Pick<Foldable<never, never>, 'snapshotEvery'>) => snapshotEvery
