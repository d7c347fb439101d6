import type { RecordedEvent } from '../../events/recorded-event'
import type { Log } from '../log'
import type { EventStore } from '../store/event-store'
import { readReadable } from '../store/read-readable'
import { createWakeable, type Wakeable } from './wakeable'
import type { WrittenHere } from './written-here'

const batchSize = 500

interface TailOptions {
  readonly store: Pick<EventStore, 'readAll'>
  /** What needn't be read, since it was written in this process. */
  readonly writtenHere?: WrittenHere
  /** The position after which it begins. */
  readonly from: number
  /** How long an event may stay unseen when a hint got lost, in milliseconds. */
  readonly pollMs: number
  /** Gets every event once, in order of position; but not what can't be read: that is logged. */
  readonly onEvents: (events: readonly RecordedEvent[]) => void
  readonly log: Log
}

/** Follows the log by position: hints make it quick, the poll makes it certain. */
export const startTail = ({ store, writtenHere, from, pollMs, onEvents, log }: TailOptions): Wakeable => {
  let position = from
  return createWakeable({
    pollMs,
    step: async () => {
      const known = writtenHere?.after(position) ?? []
      if (known.length > 0) {
        position += known.length
        onEvents(known)
        // What others wrote may follow.
        return true
      }
      const { events, unreadable } = await readReadable(store, { after: position, limit: batchSize })
      const reached = unreadable?.position ?? events.at(-1)?.position
      if (reached === undefined) return false
      position = reached
      if (unreadable) log.error({ err: unreadable }, 'The tail passed over an event that it can not read')
      if (events.length > 0) onEvents(events)
      return unreadable !== undefined || events.length === batchSize
    },
    onError: (error) => log.warn({ err: error, position }, 'The tail could not read the log; it tries again'),
  })
}
