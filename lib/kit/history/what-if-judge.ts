import { isSame } from './is-same'
import type { Known, Rules } from './what-if-rules'

/** What the rules say of events on a state. */
export type Verdict<Event, Rejection> =
  | { readonly type: 'accepted' }
  /** They would let it happen, but write other events: another old quantity, another total. */
  | { readonly type: 'adjusted'; readonly events: readonly Event[] }
  /** It is so already: nothing would happen. */
  | { readonly type: 'idle' }
  | { readonly type: 'refused'; readonly rejection: Rejection }

/** How a step of a branch fared. What is skipped, idle or refused stays in the list and out of the state. */
export type Judgement<Event, Rejection> =
  | Verdict<Event, Rejection>
  | { readonly type: 'skipped' }
  /** The rules said the same in truth and it happened all the same; so it does here. */
  | { readonly type: 'waived'; readonly verdict: Verdict<Event, Rejection> }

export interface Outcome<State, Event, Rejection> {
  readonly judgement: Judgement<Event, Rejection>
  /** The branch after this step. */
  readonly state: State
}

/** Holds events against what the rules would decide on a state. */
export const judge = <State, Event, Rejection>(
  { decideAgain }: Rules<State, Event, Rejection>,
  events: readonly Event[],
  state: State,
  known: Known<State>,
): Verdict<Event, Rejection> => {
  const decision = decideAgain(events, state, known)
  if (decision.type === 'rejected') return { type: 'refused', rejection: decision.rejection }
  if (isSame(decision.events, events)) return { type: 'accepted' }
  return decision.events.length === 0 ? { type: 'idle' } : { type: 'adjusted', events: decision.events }
}
