import { expect, test } from 'vitest'
import type { CartRefusal } from '@/lib/shop/cart/wire/cart-answers'
import { rejectionSentence } from './rejection-sentence'

const usd = (amount: number) => ({ amount, currency: 'USD' })

const sentences: readonly [CartRefusal, string][] = [
  [
    { type: 'MaxQuantityExceeded', max: 10, requested: 11 },
    'At most 10 of Ceramic Mug fit in one cart; that would have made 11.',
  ],
  [{ type: 'InvalidQuantity', quantity: 1.5 }, '1.5 is not a quantity: it takes a whole number from 1 up.'],
  [
    { type: 'InsufficientQuantity', available: 1, requested: 3 },
    'Only 1 of Ceramic Mug in the cart, so 3 can’t be taken out.',
  ],
  [{ type: 'ProductNotFound', productId: 'mug' }, 'Ceramic Mug is no longer in the cart.'],
  [{ type: 'ProductUnknown', productId: 'mug' }, 'The shop doesn’t have Ceramic Mug any more.'],
  [
    { type: 'CurrencyMismatch', cart: 'USD', product: 'GBP' },
    'This cart is in USD and Ceramic Mug is sold in GBP: one cart keeps one currency.',
  ],
  [{ type: 'CheckoutIncomplete', missing: ['city', 'zipCode'] }, 'Still missing: city and ZIP code.'],
  [
    { type: 'PriceChanged', productId: 'mug', shown: usd(1599), actual: usd(1799) },
    'Ceramic Mug costs $17.99 now, not $15.99. Add it again at that price.',
  ],
  [
    {
      type: 'SeenChanged',
      seen: { version: 2, total: usd(1599) },
      actual: { version: 3, total: usd(4098) },
    },
    'It is no longer as you saw it: it comes to $40.98 now, not $15.99.',
  ],
  [
    { type: 'SeenChanged', seen: { version: 2, total: usd(1599) }, actual: { version: 4, total: usd(1599) } },
    'It changed since you saw it, from version 2 to 4, and comes to the same.',
  ],
  [
    { type: 'VersionNotFound', toVersion: 9, headVersion: 6 },
    'The cart can’t go back to version 9: it has come to version 6.',
  ],
  [
    { type: 'ConcurrencyConflict', expected: 4, actual: 6 },
    'The cart moved on from version 4 to 6 meanwhile. Try again.',
  ],
  [{ type: 'NotShippedTo', country: 'HK', currency: 'USD' }, 'The shop doesn’t ship to Hong Kong in USD.'],
]

test.each(sentences)('%o is told with its data', (rejection, sentence) => {
  expect(rejectionSentence(rejection, 'Ceramic Mug')).toBe(sentence)
})

test('a product nobody can name is told all the same', () => {
  expect(rejectionSentence({ type: 'ProductNotFound', productId: 'x' })).toBe(
    'This product is no longer in the cart.',
  )
})
