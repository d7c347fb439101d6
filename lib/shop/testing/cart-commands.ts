import fc from 'fast-check'
import type { CartCommand } from '../cart/commands'

const address = { street: 's', city: 'c', state: 's', zipCode: 'z', country: 'c' }
const productId = fc.constantFrom('a', 'b', 'c')
const quantity = fc.integer({ min: -1, max: 12 })
const product = fc.record({
  name: fc.constant('A thing'),
  unitPrice: fc.record({
    amount: fc.integer({ min: 1, max: 9999 }),
    currency: fc.constantFrom('USD', 'GBP'),
  }),
})
const reason = fc.constant('r')

/** Any command a cart knows, fit or not. */
export const cartCommand: fc.Arbitrary<CartCommand> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('CreateCart' as const), customerId: fc.constant('c-1') }),
  },
  {
    weight: 8,
    arbitrary: fc.record({ type: fc.constant('AddItem' as const), productId, quantity, product }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ type: fc.constant('RemoveItem' as const), productId, quantity, reason }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('ChangeItemQuantity' as const),
      productId,
      newQuantity: quantity,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('Checkout' as const),
      paymentMethod: fc.constant('card'),
      shippingAddress: fc.constant(address),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('AbandonCart' as const), reason }),
  },
)
