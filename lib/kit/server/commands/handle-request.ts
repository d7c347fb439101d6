import type { Cause } from '../../events/cause'
import type { Actor, DomainEvent } from '../../events/recorded-event'
import type { Spent } from '../limits/budget'
import type { Joined } from './joined'

/** What a command takes along: what it asks of other streams, or why it can't be. */
export type Join<Rejection> =
  | { readonly type: 'joined'; readonly others: readonly Joined<Rejection>[] }
  | { readonly type: 'rejected'; readonly rejection: Rejection }

export interface HandleRequest<State, Command, Rejection, Event = DomainEvent> {
  readonly streamId: string
  readonly command: Command
  readonly actor: Actor
  /** The caller's idempotency key. */
  readonly commandId?: string | undefined
  /** What caused the command, where it joins a story; left out, it begins one of its own. */
  readonly cause?: Cause | undefined
  /** What the caller asked for under that key, where the command says more: the same key stands for nothing else. */
  readonly payload?: object | undefined
  /** The version the caller insists on. */
  readonly expectedVersion?: number | undefined
  /**
   * May the caller see this at all? Asked before anything is done or told, first of the state as it is remembered: what
   * it says no to must be so for good.
   */
  readonly guard?: (state: State) => Rejection | undefined
  /**
   * The stream is most likely not there yet: where nothing is remembered of it, the command is decided on its beginning without a look
   * at the log, and the append finds out whether that was right.
   */
  readonly isNew?: boolean | undefined
  /** What is told of a stream that accepts the command, but was moved to cold storage; left out, no stream that may be there does. */
  readonly archived?: Rejection | undefined
  /** Looks up what the command is decided with on a state. */
  readonly lookUp?: (command: Command, state: State) => Promise<Command>
  /**
   * What goes with the events that the command comes to on a state, all or nothing: each time anew. What another stream refuses
   * is what the command is answered.
   */
  readonly join?: ((events: readonly Event[], state: State) => Promise<Join<Rejection>>) | undefined
  /** Asked before an answer is kept that wrote nothing, so that nobody fills the table with them. */
  readonly spendAnswer?: (() => Promise<Spent>) | undefined
}
