/** What a command comes to: the events that happened (none when it was already so), or why not. */
export type Decision<Event, Rejection> =
  | { readonly type: 'accepted'; readonly events: readonly Event[] }
  | { readonly type: 'rejected'; readonly rejection: Rejection }

/**
 * An aggregate as pure functions (Jérémie Chassaing's decider).
 * `evolve` is total and trusts its events; `decide` holds every rule.
 */
export interface Decider<State, Command, Event, Rejection> {
  /** The state of a stream before its first event. */
  readonly initial: (streamId: string) => State
  readonly evolve: (state: State, event: Event) => State
  /** What `evolve` gives event by event, but free to be quicker. Leaves the state it is given as it was. */
  readonly fold: (state: State, events: Iterable<Event>) => State
  readonly decide: (command: Command, state: State) => Decision<Event, Rejection>
}

export const accept = <Event>(...events: Event[]): Decision<Event, never> => ({ type: 'accepted', events })

export const reject = <Rejection>(rejection: Rejection): Decision<never, Rejection> => ({
  type: 'rejected',
  rejection,
})
