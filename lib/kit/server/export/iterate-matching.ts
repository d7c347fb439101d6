import type { RecordedEvent } from '../../events/recorded-event'
import type { StreamName } from '../../events/stream-name'
import type { HistoryFilter } from '../../wire/event-filter/event-filter'
import { matchesEvent } from '../../wire/event-filter/matches-event'
import { createSubjectNames } from '../../wire/event-filter/subject-names'
import { fromScanLine, toScanLine } from '../../wire/scan'
import type { EventSubjects } from '../../wire/searchable-type'
import type { EventStore } from '../store/event-store'
import { iterateStream } from '../store/iterate'

interface Matching {
  readonly filter: HistoryFilter
  /** What the stream's events are about, where they are about parts of it. */
  readonly subjects?: EventSubjects | undefined
  readonly from: number
  readonly to: number
  readonly pageSize: number
}

/**
 * A stream's events from a version to a version that match a filter, one by one. It is read from its first event on:
 * what a thing is called is told where it first came in, and is all that is kept.
 */
export async function* iterateMatching(
  store: Pick<EventStore, 'readStream'>,
  stream: StreamName,
  { filter, subjects, from, to, pageSize }: Matching,
): AsyncGenerator<RecordedEvent, void, undefined> {
  const names = createSubjectNames(subjects)
  const matches = matchesEvent(filter, subjects, names.nameOf)
  for await (const recorded of iterateStream(store, stream, { to, pageSize })) {
    const event = fromScanLine(toScanLine(recorded))
    names.keep(event)
    if (event.version >= from && matches(event)) yield recorded
  }
}
