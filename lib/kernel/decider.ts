/** What a command comes to: the events that happened (none when it was already so), or why not. */
export type Decision<Event, Rejection> =
  | { readonly type: 'accepted'; readonly events: readonly Event[] }
  | { readonly type: 'rejected'; readonly rejection: Rejection }

/**
 * An aggregate as three pure functions (Jérémie Chassaing's decider).
 * `evolve` is total and trusts its events; `decide` holds every rule.
 */
export interface Decider<State, Command, Event, Rejection> {
  /** The state of a stream before its first event. */
  readonly initial: (streamId: string) => State
  readonly evolve: (state: State, event: Event) => State
  readonly decide: (command: Command, state: State) => Decision<Event, Rejection>
}

export const accept = <Event>(...events: Event[]): Decision<Event, never> => ({ type: 'accepted', events })

export const reject = <Rejection>(rejection: Rejection): Decision<never, Rejection> => ({
  type: 'rejected',
  rejection,
})

/** Left fold of events over a state. */
export const fold = <State, Event>(
  evolve: (state: State, event: Event) => State,
  state: State,
  events: Iterable<Event>,
): State => {
  let folded = state
  for (const event of events) folded = evolve(folded, event)
  return folded
}
