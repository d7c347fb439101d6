import type { RecordedEvent } from '../../events/recorded-event'
import type { StreamName } from '../../events/stream-name'
import { checkLimit } from './check-read'
import type { EventStore, ReadAll, ReadStream } from './event-store'

interface PageSize {
  /** How many events are held at once. */
  readonly pageSize?: number
}

const defaultPageSize = 1000

/** A stream's events one by one, however long it is: a page at a time is read and held. */
export async function* iterateStream(
  store: Pick<EventStore, 'readStream'>,
  stream: StreamName,
  { pageSize = defaultPageSize, ...range }: Omit<ReadStream, 'limit'> & PageSize = {},
): AsyncGenerator<RecordedEvent, void, undefined> {
  checkLimit(pageSize, 1)
  let { from, to } = range
  for (;;) {
    const page = await store.readStream(stream, { ...range, from, to, limit: pageSize })
    yield* page
    const last = page.at(-1)
    if (!last || page.length < pageSize) return
    if (range.direction === 'backwards') to = last.version - 1
    else from = last.version + 1
  }
}

/** The log's events one by one, as far as the filter lets through: a page at a time is read and held. */
export async function* iterateAll(
  store: Pick<EventStore, 'readAll'>,
  { pageSize = defaultPageSize, ...range }: Omit<ReadAll, 'limit'> & PageSize = {},
): AsyncGenerator<RecordedEvent, void, undefined> {
  checkLimit(pageSize, 1)
  let { after, upTo } = range
  for (;;) {
    const page = await store.readAll({ ...range, after, upTo, limit: pageSize })
    yield* page
    const last = page.at(-1)
    if (!last || page.length < pageSize) return
    if (range.direction === 'backwards') upTo = last.position - 1
    else after = last.position
  }
}
