import type { RecordedEvent } from '../../protocol/recorded-event'
import type { EventStore } from '../store/event-store'
import { iterateStream } from '../store/iterate'
import { cartStream } from '../store/streams'
import { type Exporter, type ExportSource, madeBy } from './export-source'

interface Selection {
  readonly from: number
  readonly to?: number | undefined
  readonly type?: string | undefined
}

const pageSize = 500

/** A cart's events up to its head as it is now: what is appended meanwhile stays out. The cart is there. */
export const exportOfCart = async (
  store: Pick<EventStore, 'readStream' | 'headVersion'>,
  cartId: string,
  { from, to = Number.POSITIVE_INFINITY, type }: Selection,
  exporter: Exporter,
): Promise<ExportSource> => {
  const stream = cartStream(cartId)
  const headVersion = await store.headVersion(stream)
  const [head] = await store.readStream(stream, { from: headVersion, to: headVersion })
  if (!head) throw new Error(`Cart ${cartId} has no event at its version ${headVersion}`)
  const selection = { from, to: Math.min(to, headVersion) }
  const events = iterateStream(store, stream, { ...selection, pageSize })
  return {
    name: `cart-${cartId}-v${selection.from}-${selection.to}`,
    manifest: {
      ...madeBy(exporter),
      source: { type: 'cart', cartId, headVersion, headHash: head.hash },
      selection: { ...selection, ...(type && { type }) },
    },
    events: type === undefined ? events : ofType(events, type),
  }
}

async function* ofType(events: AsyncIterable<RecordedEvent>, type: string) {
  for await (const event of events) if (event.type === type) yield event
}
