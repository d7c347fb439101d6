import type { StoredStreamType } from '../../../kit/streams/stored-stream-type'
import type { ProductCommand } from '../commands'
import type { ProductEvent } from '../events'
import type { ProductRejection, ProductState } from '../product'
import { productStreamType } from '../product-stream'
import { productEventTypes } from './product-event-types'

const bytesOfProduct = 1_000

/** Products as they are stored. Nothing ends one: what is withdrawn may be brought back. */
export const storedProduct: StoredStreamType<ProductState, ProductCommand, ProductEvent, ProductRejection> = {
  ...productStreamType,
  eventTypes: productEventTypes,
  endings: [],
  stateVersion: 1,
  bytesOf: () => bytesOfProduct,
}
