import type { StoredStreamType } from '../../../kit/streams/stored-stream-type'
import type { ProductEvent } from '../events'
import type { ListProduct, ProductRejection, ProductState } from '../product'
import { productStreamType } from '../product-stream'
import { productEventTypes } from './product-event-types'

const bytesOfProduct = 1_000

/** Products as they are stored. Nothing ends one: it may always be listed anew. */
export const storedProduct: StoredStreamType<ProductState, ListProduct, ProductEvent, ProductRejection> = {
  ...productStreamType,
  eventTypes: productEventTypes,
  endings: [],
  stateVersion: 1,
  bytesOf: () => bytesOfProduct,
}
