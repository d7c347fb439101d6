import type { Append, EventStore } from '../../../../kit/server/store/event-store'
import { loadStream } from '../../../../kit/server/store/load'
import { isSameMoney } from '../../../money'
import type { ProductEvent } from '../../../product/events'
import { productStreamType } from '../../../product/product-stream'
import { productStream } from '../../streams'
import { listed } from './listing'
import type { ProductBook, SeenProduct } from './product-book'
import { createStory, type Story } from './story'

interface Relist {
  readonly store: Pick<EventStore, 'readStream'>
  readonly fileName: string
  readonly newId: () => string
  readonly products: ProductBook
  readonly signal?: AbortSignal | undefined
}

const lookupsAtOnce = 10

/** The last word of the file on each product, where it isn't what the catalogue says already. */
export async function* relistAppends({
  store,
  fileName,
  newId,
  products,
  signal,
}: Relist): AsyncGenerator<Append> {
  const story = createStory(fileName, 'catalogue', newId)
  const seen = products.latest()
  for (let from = 0; from < seen.length && !signal?.aborted; from += lookupsAtOnce) {
    const some = seen.slice(from, from + lookupsAtOnce)
    const appends = await Promise.all(some.map((product) => relist(store, story, product)))
    for (const append of appends) if (append) yield append
  }
}

/**
 * The append that lists a product as it was last seen; undefined when it stands so already, was listed by somebody
 * of the shop since, or later than that by another file.
 */
const relist = async (
  store: Pick<EventStore, 'readStream'>,
  story: Story,
  product: SeenProduct,
): Promise<Append | undefined> => {
  const stream = productStream(product.productId)
  const history = await loadStream<ProductEvent>(store, stream)
  const last = history.at(-1)
  const { listing } = productStreamType.fold(productStreamType.initial(product.productId), history)
  const stands = listing?.name === product.name && isSameMoney(listing.unitPrice, product.unitPrice)
  const isOthers =
    last !== undefined && (last.metadata.actor.kind !== 'import' || last.occurredAt > product.seenAt)
  if (stands || isOthers) return undefined
  return { stream, expectedVersion: history.length, events: [story(listed(product), product.seenAt)] }
}
