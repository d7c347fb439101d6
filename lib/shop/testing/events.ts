import { eventBuilders } from '../../kit/testing/event-builders'
import type { CartCheckedOut, CartEvent } from '../cart/events'
import { shopEvents } from '../wire/events/shop-events'

export const { newEvent, recorded } = eventBuilders<CartEvent>(shopEvents, 'cart')

export const cartCreated = (customerId = 'customer-1'): CartEvent => ({
  type: 'CartCreated',
  data: { customerId },
})

export const itemAdded = (productId = 'mug', quantity = 1, amount = 1599): CartEvent => ({
  type: 'ItemAdded',
  data: { productId, productName: `The ${productId}`, quantity, unitPrice: { amount, currency: 'USD' } },
})

export const checkedOut = (amount = 1599): CartCheckedOut => ({
  type: 'CartCheckedOut',
  data: {
    payment: { method: 'card' },
    totalAmount: { amount, currency: 'USD' },
    shippingAddress: {
      street: '742 Evergreen Terrace',
      city: 'Springfield',
      state: 'IL',
      zipCode: '62701',
      country: 'US',
    },
  },
})
