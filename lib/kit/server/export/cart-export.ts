import { cartStream } from '../../../shop/server/streams'
import type { RecordedEvent } from '../../events/recorded-event'
import type { EventFilter } from '../../wire/event-filter/event-filter'
import { printEventFilter } from '../../wire/event-filter/print-event-filter'
import type { EventStore } from '../store/event-store'
import { iterateStream } from '../store/iterate'
import { type Exporter, type ExportSource, madeBy } from './export-source'
import { iterateMatching } from './iterate-matching'

interface Selection {
  readonly from: number
  readonly to?: number | undefined
  readonly type?: string | undefined
  readonly filter?: EventFilter | undefined
}

const pageSize = 500

/** A cart's events up to its head as it is now: what is appended meanwhile stays out. The cart is there. */
export const exportOfCart = async (
  store: Pick<EventStore, 'readStream' | 'headVersion'>,
  cartId: string,
  { from, to = Number.POSITIVE_INFINITY, type, filter = [] }: Selection,
  exporter: Exporter,
): Promise<ExportSource> => {
  const stream = cartStream(cartId)
  const headVersion = await store.headVersion(stream)
  const [head] = await store.readStream(stream, { from: headVersion, to: headVersion })
  if (!head) throw new Error(`Cart ${cartId} has no event at its version ${headVersion}`)
  const range = { from, to: Math.min(to, headVersion) }
  const isFiltered = filter.length > 0
  const events = isFiltered
    ? iterateMatching(store, stream, { ...range, filter, pageSize })
    : iterateStream(store, stream, { ...range, pageSize })
  return {
    name: `cart-${cartId}-v${range.from}-${range.to}${isFiltered ? '-filtered' : ''}`,
    manifest: {
      ...madeBy(exporter),
      source: { type: 'cart', cartId, headVersion, headHash: head.hash },
      selection: { ...range, ...(type && { type }), ...(isFiltered && { f: printEventFilter(filter) }) },
    },
    events: type === undefined ? events : ofType(events, type),
  }
}

async function* ofType(events: AsyncIterable<RecordedEvent>, type: string) {
  for await (const event of events) if (event.type === type) yield event
}
