import type { RecordedEvent } from '../../kit/events/recorded-event'
import type { EventStore, StreamName } from '../../kit/server/store/event-store'
import { iterateStream } from '../../kit/server/store/iterate'
import type { EventFilter } from '../../protocol/event-filter/event-filter'
import { createFirstNames } from '../../protocol/event-filter/first-names'
import { matchesEvent } from '../../protocol/event-filter/matches-event'
import type { RecordedCartEvent } from '../../protocol/recorded-shop-events'
import { fromScanLine, toScanLine } from '../../protocol/scan'

interface Matching {
  readonly filter: EventFilter
  readonly from: number
  readonly to: number
  readonly pageSize: number
}

/**
 * A cart's events from a version to a version that match a filter, one by one. It is read from its first event on:
 * what a product is called is told where it was first added, and is all that is kept.
 */
export async function* iterateMatching(
  store: Pick<EventStore, 'readStream'>,
  stream: StreamName,
  { filter, from, to, pageSize }: Matching,
): AsyncGenerator<RecordedEvent, void, undefined> {
  const names = createFirstNames()
  const matches = matchesEvent(filter, names.nameOf)
  for await (const recorded of iterateStream(store, stream, { to, pageSize })) {
    const event = fromScanLine(toScanLine(recorded as RecordedCartEvent))
    names.keep(event)
    if (event.version >= from && matches(event)) yield recorded
  }
}
