import type { DomainEvent } from '../../events/recorded-event'
import type { Typed } from '../../streams/stream-type'
import type { CommandAnswer } from '../../wire/answers'
import { Overloaded } from '../store/overloaded'
import type { Handled } from './handled'

/** What a caller is answered who sent a stream a command. Throws `Overloaded` where too much waits for it. */
export const commandAnswer = <Event extends DomainEvent, Rejection extends Typed>(
  streamId: string,
  handled: Handled<Event, Rejection>,
): CommandAnswer<Event, Rejection> => {
  switch (handled.type) {
    case 'accepted':
      return { ...handled, streamId }
    case 'rejected':
      return handled
    case 'conflict':
      return {
        type: 'rejected',
        rejection: { type: 'ConcurrencyConflict', expected: handled.expected, actual: handled.actual },
      }
    case 'reused':
      return { type: 'rejected', rejection: { type: 'CommandIdReused' } }
    case 'overloaded':
      throw new Overloaded(handled.retryAfterMs)
  }
}
