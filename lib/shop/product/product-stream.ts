import type { StreamType } from '../../kit/streams/stream-type'
import type { ProductCommand } from './commands'
import type { ProductEvent } from './events'
import { type ProductRejection, type ProductState, product } from './product'

/** Products as a type of streams. */
export const productStreamType: StreamType<ProductState, ProductCommand, ProductEvent, ProductRejection> = {
  ...product,
  streamType: 'product',
  milestones: ['ProductListed', 'ProductWithdrawn', 'ProductBroughtBack'],
  ownerOf: () => undefined,
}
