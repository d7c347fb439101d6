import type { RecordedEvent } from '../../events/recorded-event'
import type { Log } from '../log'
import type { EventStore } from '../store/event-store'
import { readReadable } from '../store/read-readable'
import type { RecentlyTailed } from './recent-events'
import { createWakeable, type Wakeable } from './wakeable'
import type { WrittenHere } from './written-here'

const batchSize = 500

interface TailOptions {
  readonly store: Pick<EventStore, 'readAll'>
  /** What needn't be read, since it was written in this process. */
  readonly writtenHere?: WrittenHere
  /** Begins where this ends, and is told what follows in the log. */
  readonly recent: RecentlyTailed
  /** How long an event may stay unseen when a hint got lost, in milliseconds. */
  readonly pollMs: number
  /** Gets every event once, in order of position; but not what can't be read: that is logged. */
  readonly onEvents: (events: readonly RecordedEvent[]) => void
  readonly log: Log
}

export interface Tail extends Wakeable {
  /** Something was appended. `hint` is the position that the log goes to; where it says none, the log is asked. */
  readonly wake: (hint?: string) => void
}

/** Follows the log by position: hints make it quick, the poll makes it certain. */
export const startTail = ({ store, writtenHere, recent, pollMs, onEvents, log }: TailOptions): Tail => {
  /** How far the log goes, as was said since the last step. */
  let announced: number | undefined

  const handOn = (events: readonly RecordedEvent[]) => {
    recent.add(events)
    onEvents(events)
  }

  const read = async (): Promise<boolean> => {
    const { events, unreadable } = await readReadable(store, { after: recent.end(), limit: batchSize })
    if (events.length > 0) handOn(events)
    if (!unreadable) return events.length === batchSize
    log.error({ err: unreadable }, 'The tail passed over an event that it can not read')
    recent.leaveOut(unreadable.position)
    return true
  }

  const tail = createWakeable({
    pollMs,
    step: async () => {
      const upTo = announced
      announced = undefined
      const known = writtenHere?.after(recent.end()) ?? []
      if (known.length > 0) handOn(known)
      if (upTo !== undefined && recent.end() >= upTo) return false
      // What others wrote may follow.
      return read()
    },
    onError: (error) =>
      log.warn({ err: error, position: recent.end() }, 'The tail could not read the log; it tries again'),
  })

  return {
    ...tail,
    wake: (hint) => {
      announced = Math.max(announced ?? 0, Number(hint) || Number.POSITIVE_INFINITY)
      tail.wake()
    },
  }
}
