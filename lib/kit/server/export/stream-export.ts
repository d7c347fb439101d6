import type { RecordedEvent } from '../../events/recorded-event'
import { type StreamName, streamKey } from '../../events/stream-name'
import type { HistoryFilter } from '../../wire/event-filter/event-filter'
import { printEventFilter } from '../../wire/event-filter/print-event-filter'
import type { EventSubjects } from '../../wire/searchable-type'
import { refOf } from '../../wire/stream-ref'
import type { EventStore } from '../store/event-store'
import { iterateStream } from '../store/iterate'
import { type Exporter, type ExportSource, madeBy } from './export-source'
import { iterateMatching } from './iterate-matching'

interface Selection {
  readonly from: number
  readonly to?: number | undefined
  readonly type?: string | undefined
  readonly filter?: HistoryFilter | undefined
  /** What the stream's events are about, for a filter that asks for it. */
  readonly subjects?: EventSubjects | undefined
}

const pageSize = 500

/** A stream's events up to its head as it is now: what is appended meanwhile stays out. The stream is there. */
export const exportOfStream = async (
  store: Pick<EventStore, 'readStream' | 'headVersion'>,
  stream: StreamName,
  { from, to = Number.POSITIVE_INFINITY, type, filter = [], subjects }: Selection,
  exporter: Exporter,
): Promise<ExportSource> => {
  const headVersion = await store.headVersion(stream)
  const [head] = await store.readStream(stream, { from: headVersion, to: headVersion })
  if (!head) throw new Error(`${streamKey(stream)} has no event at its version ${headVersion}`)
  const range = { from, to: Math.min(to, headVersion) }
  const isFiltered = filter.length > 0
  const events = isFiltered
    ? iterateMatching(store, stream, { ...range, filter, subjects, pageSize })
    : iterateStream(store, stream, { ...range, pageSize })
  return {
    name: `${stream.type}-${stream.id}-v${range.from}-${range.to}${isFiltered ? '-filtered' : ''}`,
    manifest: {
      ...madeBy(exporter),
      source: { type: 'stream', ...refOf(stream), headVersion, headHash: head.hash },
      selection: { ...range, ...(type && { type }), ...(isFiltered && { f: printEventFilter(filter) }) },
    },
    events: type === undefined ? events : ofType(events, type),
  }
}

async function* ofType(events: AsyncIterable<RecordedEvent>, type: string) {
  for await (const event of events) if (event.type === type) yield event
}
