import type { DomainEvent, RecordedEvent } from '../../events/recorded-event'
import type { CommandReused } from '../store/event-store'

/** What a command came to, for whoever sent it. */
export type Handled<Event extends DomainEvent, Rejection> =
  | {
      readonly type: 'accepted'
      readonly version: number
      readonly position: number
      readonly events: readonly RecordedEvent<Event>[]
    }
  | { readonly type: 'rejected'; readonly rejection: Rejection }
  | { readonly type: 'conflict'; readonly expected: number; readonly actual: number }
  | CommandReused
  | { readonly type: 'overloaded'; readonly retryAfterMs: number }
