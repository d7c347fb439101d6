import type { StreamType } from '../../kit/streams/stream-type'
import type { ProductEvent } from './events'
import { type ListProduct, type ProductRejection, type ProductState, product } from './product'

/** Products as a type of streams. */
export const productStreamType: StreamType<ProductState, ListProduct, ProductEvent, ProductRejection> = {
  ...product,
  streamType: 'product',
  milestones: ['ProductListed'],
  ownerOf: () => undefined,
}
