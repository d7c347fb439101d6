import { expect, it } from 'vitest'
import { countriesIn, rateIn, stepsIn, taxedIn } from './typed-terms'

it('terms are read as they are typed', () => {
  expect(countriesIn(' Germany, AT ,')).toEqual(['Germany', 'AT'])
  expect(countriesIn('')).toEqual([])
  expect([rateIn('19'), rateIn('7.5 %'), rateIn('7,25')]).toEqual([1900, 750, 725])
  expect(stepsIn('0 4.90\n\n50 0', 'total', 'EUR')).toEqual([
    { from: 0, price: { amount: 490, currency: 'EUR' } },
    { from: 5000, price: { amount: 0, currency: 'EUR' } },
  ])
  expect(stepsIn('1000 900', 'weight', 'JPY')).toEqual([
    { from: 1000, price: { amount: 900, currency: 'JPY' } },
  ])
  expect([taxedIn(''), taxedIn('Shipping'), taxedIn('Books')]).toEqual([
    { type: 'all' },
    { type: 'shipping' },
    { type: 'category', category: 'Books' },
  ])
})
