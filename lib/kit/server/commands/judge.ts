import type { DomainEvent } from '../../events/recorded-event'
import type { Typed } from '../../streams/stream-type'
import type { Aggregate } from '../aggregates/aggregate'
import type { Loaded } from '../aggregates/aggregates'
import type { CommandOutcome } from '../store/event-store'
import type { HandleRequest } from './handle-request'

/** What is to be done about a command. */
export type Plan<Event, Rejection> =
  | { readonly type: 'append'; readonly events: readonly Event[] }
  | { readonly type: 'answer'; readonly outcome: CommandOutcome }
  /** Not the caller's to see: answered each time anew, and never kept. */
  | { readonly type: 'unseen'; readonly rejection: Rejection }

/** Decides a command on a state. */
export const judge = async <State, Command extends Typed, Event extends DomainEvent, Rejection extends Typed>(
  aggregate: Aggregate<State, Command, Event, Rejection>,
  { state, version, position }: Loaded<State>,
  { command, expectedVersion, guard, lookUp }: Omit<HandleRequest<State, Command, Rejection>, 'join'>,
): Promise<Plan<Event, Rejection>> => {
  const unseen = guard?.(state)
  if (unseen) return { type: 'unseen', rejection: unseen }
  if (expectedVersion !== undefined && expectedVersion !== version) {
    return { type: 'answer', outcome: { type: 'conflict', expected: expectedVersion, actual: version } }
  }
  const decision = aggregate.decide(lookUp ? await lookUp(command, state) : command, state)
  if (decision.type === 'rejected') return { type: 'answer', outcome: decision }
  if (decision.events.length > 0) return { type: 'append', events: decision.events }
  return { type: 'answer', outcome: { type: 'accepted', fromVersion: version, version, position } }
}
