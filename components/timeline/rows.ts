import type { PendingEvent } from '@/lib/client/pending'
import type { CartEvent } from '@/lib/domain/cart/events'
import type { RecordedCartEvent } from '@/lib/protocol/recorded-event'

/** A line of the timeline: an event of the log, or one on its way there. */
export interface Row {
  /** Where it stands; for a pending one, where it will stand if nothing comes between. */
  readonly version: number
  readonly event: CartEvent
  /** ISO 8601, UTC. */
  readonly at: string
  /** Undefined while pending. */
  readonly recorded: RecordedCartEvent | undefined
}

/** The timeline's lines, newest first, each made when it is first looked at: there may be many. */
export interface Rows {
  readonly count: number
  readonly at: (index: number) => Row
  readonly versionAt: (index: number) => number
  readonly indexOf: (version: number) => number
}

export const toRows = (events: readonly RecordedCartEvent[], pending: readonly PendingEvent[]): Rows => {
  const count = events.length + pending.length
  const made = new Map<number, Row>()
  const make = (version: number): Row => {
    const recorded = events[version - 1]
    if (recorded) return { version, event: recorded, at: recorded.occurredAt, recorded }
    const expected = pending[version - 1 - events.length]
    if (!expected) throw new RangeError(`No event ${version} of ${count}`)
    return { version, event: expected.event, at: expected.issuedAt, recorded: undefined }
  }
  return {
    count,
    versionAt: (index) => count - index,
    indexOf: (version) => count - version,
    at: (index) => {
      const row = made.get(index) ?? make(count - index)
      made.set(index, row)
      return row
    },
  }
}
