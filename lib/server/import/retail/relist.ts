import type { ProductEvent } from '../../../domain/product/events'
import type { Append, EventStore } from '../../store/event-store'
import { loadStream } from '../../store/load'
import { productStream } from '../../store/streams'
import { listed } from './listing'
import type { SeenProduct } from './product-book'
import type { Story } from './story'

/**
 * The append that lists a product as it was last seen; undefined when it stands so already, or was listed
 * later than that, by another file or by staff.
 */
export const relist = async (
  store: EventStore,
  story: Story,
  product: SeenProduct,
): Promise<Append | undefined> => {
  const stream = productStream(product.productId)
  const history = await loadStream<ProductEvent>(store, stream)
  const last = history.at(-1)
  const stands =
    last?.data.name === product.name &&
    last.data.unitPrice.amount === product.unitPrice.amount &&
    last.data.unitPrice.currency === product.unitPrice.currency
  if (stands || (last && last.occurredAt > product.seenAt)) return undefined
  return { stream, expectedVersion: history.length, events: [story(listed(product), product.seenAt)] }
}
