import { expect, it } from 'vitest'
import { refuseBy } from './rejection'

const usd = (amount: number) => ({ amount, currency: 'USD' })

it.each([
  [{ type: 'CartNotFound' }, 404],
  [{ type: 'CartAlreadyExists' }, 409],
  [{ type: 'ConcurrencyConflict', expected: 1, actual: 3 }, 409],
  [{ type: 'PriceChanged', productId: 'mug', shown: usd(100), actual: usd(5000) }, 409],
  [{ type: 'SeenChanged', seen: { version: 2, total: usd(1) }, actual: { version: 3, total: usd(2) } }, 409],
  [{ type: 'MaxQuantityExceeded', max: 10, requested: 11 }, 422],
  [{ type: 'CommandIdReused' }, 422],
  [{ type: 'CheckoutIncomplete', missing: ['city'] }, 422],
] as const)('%j is %d, with its data', (rejection, status) => {
  const { type: code, ...data } = rejection
  expect(refuseBy(rejection)).toMatchObject({ status, code, data, detail: expect.stringMatching(/\.$/) })
})
