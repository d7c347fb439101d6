import type { Decision } from '../kernel/decider'

/** How a decider's events are held against its rules once more. Methods, so that a list may hold rules of all kinds. */
export interface Rules<State, Event, Rejection> {
  fold(state: State, events: Iterable<Event>): State
  /** Events that follow a version, parted into those of one command each. */
  parted(events: readonly Event[], after: number): readonly (readonly Event[])[]
  /** What the command that made these events would come to on a state. */
  decideAgain(events: readonly Event[], state: State, known: Known<State>): Decision<Event, Rejection>
}

/** What a step may look back at. */
export interface Known<State> {
  /** The state at a version of the branch, or of truth for a step that truth has too; undefined where neither has come by it. */
  readonly stateAt: (version: number) => State | undefined
  /** How it was after this step in truth; undefined for what was put in or altered. */
  readonly truth: State | undefined
}
