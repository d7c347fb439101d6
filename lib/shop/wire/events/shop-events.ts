import { createRegistry } from '../../../kit/events/registry'
import { cartEventTypes } from '../../cart/wire/cart-event-types'
import { customerEventTypes, retiredCustomerEventTypes } from '../../customer/wire/customer-event-types'
import { productEventTypes } from '../../product/wire/product-event-types'

/** Every event of the shop. */
export const shopEvents = createRegistry(
  { ...cartEventTypes, ...productEventTypes, ...customerEventTypes },
  retiredCustomerEventTypes,
)
