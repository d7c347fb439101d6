import fc from 'fast-check'
import type { CartRequest } from '../cart/wire/commands'

const productId = fc.constantFrom('mug', 'tea', 'pen')
const quantity = fc.integer({ min: 1, max: 4 })

/** What a shopper may click on three products, fit or not. */
export const lineRequest: fc.Arbitrary<CartRequest> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant('AddItem' as const), productId, quantity }) },
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('RemoveItem' as const),
      productId,
      quantity,
      reason: fc.constantFrom('one less', 'too dear'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('RemoveItem' as const),
      productId,
      reason: fc.constant('changed my mind'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('ChangeItemQuantity' as const),
      productId,
      newQuantity: fc.integer({ min: 1, max: 10 }),
    }),
  },
)
