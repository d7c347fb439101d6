import type { RecordedEvent } from '../../../kit/events/recorded-event'
import type { EventStore } from '../../../kit/server/store/event-store'
import { loadStream } from '../../../kit/server/store/load'
import { streamOf } from '../../../kit/streams/stream-of'
import type { OrderEvent, OrderPlaced } from '../events'
import { storedOrder } from '../wire/stored-order'

/** The event an order began with: it alone tells whom the order goes to. Nothing where there is none of that id. */
export const readPlaced = async (
  store: Pick<EventStore, 'readStream'>,
  orderId: string,
): Promise<RecordedEvent<OrderPlaced> | undefined> => {
  const [first] = await loadStream<OrderEvent>(store, streamOf(storedOrder, orderId), 1, 1)
  return first?.type === 'OrderPlaced' ? first : undefined
}
