import fc from 'fast-check'
import { expect, it } from 'vitest'
import { money } from '../money'
import { isTooFine, readAmount, writeAmount } from './amount'

it('an amount is written in the decimals of its currency, and read again as it was', () => {
  expect(writeAmount(money(1599, 'USD'))).toBe('15.99')
  expect(writeAmount(money(500, 'JPY'))).toBe('500')
  fc.assert(
    fc.property(
      fc.integer({ min: -1e11, max: 1e11 }),
      fc.constantFrom('USD', 'JPY', 'KWD'),
      (amount, currency) => {
        const written = writeAmount(money(amount, currency))
        expect(isTooFine(written, currency)).toBe(false)
        // −0 is 0.
        expect(readAmount(written, currency).amount + 0).toBe(amount)
      },
    ),
  )
})

it.each([
  ['15.99', 'USD', false],
  ['15.990', 'USD', false],
  ['15.999', 'USD', true],
  ['1.5', 'JPY', true],
  ['1.0', 'JPY', false],
  ['0.125', 'KWD', false],
] as const)('%s %s is finer than the currency: %s', (written, currency, tooFine) => {
  expect(isTooFine(written, currency)).toBe(tooFine)
})
