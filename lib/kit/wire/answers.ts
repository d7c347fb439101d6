import type { DomainEvent, RecordedEvent } from '../events/recorded-event'
import type { Typed } from '../streams/stream-type'

export interface ConcurrencyConflict {
  readonly type: 'ConcurrencyConflict'
  readonly expected: number
  readonly actual: number
}

/** The command id stood for something else before: what was asked under it now was not done. */
export interface CommandIdReused {
  readonly type: 'CommandIdReused'
}

/** What was asked can't be read: the fields that are to blame. */
export interface Malformed {
  readonly type: 'Malformed'
  readonly fields: readonly string[]
}

/** What a command answered: the events it made (none when it was already so), or why not. */
export type CommandAnswer<Event extends DomainEvent = DomainEvent, Refused extends Typed = Typed> =
  | {
      readonly type: 'accepted'
      readonly streamId: string
      readonly version: number
      readonly position: number
      readonly events: readonly RecordedEvent<Event>[]
    }
  | { readonly type: 'rejected'; readonly rejection: Refused | ConcurrencyConflict | CommandIdReused }

/** What a server action answers: nothing it is sent makes it fail. */
export type ActionAnswer<Event extends DomainEvent = DomainEvent, Refused extends Typed = Typed> =
  | CommandAnswer<Event, Refused>
  | { readonly type: 'rejected'; readonly rejection: Malformed }
  /** Whoever asked for it is not who asks now: it is done when they are back. */
  | { readonly type: 'signedOut' }
