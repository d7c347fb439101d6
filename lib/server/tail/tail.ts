import type { RecordedEvent } from '../../protocol/recorded-event'
import type { Log } from '../log'
import type { EventStore } from '../store/event-store'
import { createWakeable, type Wakeable } from './wakeable'

const batchSize = 500

interface TailOptions {
  readonly store: EventStore
  /** The position after which it begins. */
  readonly from: number
  /** How long an event may stay unseen when a hint got lost, in milliseconds. */
  readonly pollMs: number
  /** Gets every event once, in order of position. */
  readonly onEvents: (events: readonly RecordedEvent[]) => void
  readonly log: Log
}

/** Follows the log by position: hints make it quick, the poll makes it certain. */
export const startTail = ({ store, from, pollMs, onEvents, log }: TailOptions): Wakeable => {
  let position = from
  return createWakeable({
    pollMs,
    step: async () => {
      const events = await store.readAll({ after: position, limit: batchSize })
      const last = events.at(-1)
      if (!last) return false
      position = last.position
      onEvents(events)
      return true
    },
    onError: (error) => log.warn({ err: error, position }, 'The tail could not read the log; it tries again'),
  })
}
