import type { RecordedEvent } from '../../events/recorded-event'
import type { EventStore, ReadAll } from '../store/event-store'

type Reading = Pick<EventStore, 'readAll'>

interface Ahead {
  readonly range: ReadAll
  readonly events: Promise<RecordedEvent[]>
}

/**
 * Reads the page after a full one while that is worked on, for whoever goes through a long part of the log and waits for something
 * else meanwhile. Whoever asks for another part reads that; what is read ahead is one page, and fails where it is asked for.
 */
export const withReadAhead = <Store extends Reading>({ readAll }: Store): Reading => {
  let ahead: Ahead | undefined

  return {
    readAll: async (range) => {
      const begun = ahead && isSame(ahead.range, range) ? ahead.events : undefined
      // What failed is read anew by whoever asks again.
      ahead = undefined
      const known = (await begun) ?? []
      // Where it isn't full the log may have grown since.
      const events = known.length === range.limit ? known : await readAll(range)
      ahead = aheadOf(readAll, range, events)
      return events
    },
  }
}

const aheadOf = (
  readAll: Reading['readAll'],
  range: ReadAll,
  events: readonly RecordedEvent[],
): Ahead | undefined => {
  const last = events.at(-1)
  const { after = 0, upTo, limit, direction } = range
  if (!last || upTo === undefined || events.length < limit || direction) return undefined
  const next = { ...range, after: last.position, upTo: upTo + last.position - after }
  const reading = readAll(next)
  // Nobody may ask for it.
  reading.catch(() => undefined)
  return { range: next, events: reading }
}

const isSame = (one: ReadAll, other: ReadAll): boolean => JSON.stringify(one) === JSON.stringify(other)
