import type { CartEvent } from '../domain/cart/events'
import type { ProductEvent } from '../domain/product/events'
import type { RecordedEvent } from '../kit/events/recorded-event'

export type RecordedCartEvent = RecordedEvent<CartEvent>
export type RecordedProductEvent = RecordedEvent<ProductEvent>
