import type { CartHistory } from '@/lib/client/cart-log'
import type { PendingEvent } from '@/lib/client/pending'
import type { CartEvent } from '@/lib/domain/cart/events'
import { eventAt, windowOfEvent } from '@/lib/history/history'
import type { RecordedCartEvent } from '@/lib/protocol/recorded-event'
import { namesOf, productNames } from './product-names'
import { sentence } from './sentence'

/** A line of the timeline: an event of the log, one on its way there, or one that isn't at hand yet. */
export interface Row {
  /** Where it stands; for a pending one, where it will stand if nothing comes between. */
  readonly version: number
  /** Undefined while it is being asked for. */
  readonly event: CartEvent | undefined
  /** What happened, in words. */
  readonly text: string
  /** ISO 8601, UTC; undefined while it is being asked for. */
  readonly at: string | undefined
  /** Undefined while pending, and while it is being asked for. */
  readonly recorded: RecordedCartEvent | undefined
}

/** The timeline's lines, newest first, each made when it is first looked at: there may be many. */
export interface Rows {
  readonly count: number
  readonly at: (index: number) => Row
  readonly versionAt: (index: number) => number
  /** The row of a version; of the next older one where it has none. */
  readonly indexOf: (version: number) => number
}

/** What is to be shown of a history: all of it, or the versions a filter found (ascending). */
interface Shown {
  readonly history: CartHistory
  readonly pending: readonly PendingEvent[]
  readonly matching?: Uint32Array | undefined
  /** No version after this one. */
  readonly until: number
}

export const toRows = ({ history, pending, matching, until }: Shown): Rows => {
  const head = Math.min(history.version, until)
  const shown = matching?.subarray(0, countUpTo(matching, head))
  const waiting = matching || until < history.version ? [] : pending
  const confirmed = shown ? shown.length : head
  const count = confirmed + waiting.length
  const pendingNames = namesOf(
    history.head,
    waiting.map(({ event }) => event),
  )
  const versionAt = (index: number): number => {
    const place = count - index
    return shown && place <= confirmed ? (shown[place - 1] ?? 0) : place
  }
  const make = (index: number): Row => {
    if (index < 0 || index >= count) throw new RangeError(`No row ${index} of ${count}`)
    const version = versionAt(index)
    const expected = waiting[version - 1 - history.version]
    if (expected) {
      const { event, issuedAt } = expected
      return { version, event, text: sentence(event, pendingNames), at: issuedAt, recorded: undefined }
    }
    const recorded = eventAt(history, version)
    const text = recorded ? sentence(recorded, productNames(history, version)) : ''
    return { version, event: recorded, text, at: recorded?.occurredAt, recorded }
  }
  const made = new Map<number, Row>()
  return {
    count,
    versionAt,
    indexOf: (version) => (shown ? count - countUpTo(shown, version) : count - version),
    at: (index) => {
      const row = made.get(index) ?? make(index)
      made.set(index, row)
      return row
    },
  }
}

/** The windows that rows need and that aren't at hand, the uppermost first. */
export const missingWindows = ({ windows, version }: CartHistory, versions: readonly number[]): number[] =>
  [...new Set(versions.filter((each) => each > 0 && each <= version).map(windowOfEvent))].filter(
    (from) => !windows.has(from),
  )

/** How many of ascending versions are no greater than one. */
const countUpTo = (versions: Uint32Array, version: number): number => {
  let [low, high] = [0, versions.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((versions[middle] ?? 0) <= version) low = middle + 1
    else high = middle
  }
  return low
}
