import type { RecordedEvent } from '../../kit/events/recorded-event'
import type { CartEvent } from '../cart/events'
import type { OrderEvent } from '../order/events'
import type { ProductEvent } from '../product/events'

export type RecordedCartEvent = RecordedEvent<CartEvent>
export type RecordedProductEvent = RecordedEvent<ProductEvent>
export type RecordedOrderEvent = RecordedEvent<OrderEvent>
