import { describe, expect, it } from 'vitest'
import { readPence } from './price'

describe('readPence', () => {
  it.each([
    ['2.55', 255],
    ['8.5', 850],
    ['15', 1500],
    ['0.01', 1],
    ['1.10', 110],
    ['1.1000', 110],
    ['38970', 3_897_000],
  ])('reads %s exactly', (text, pence) => expect(readPence(text)).toBe(pence))

  it.each(['0', '0.00', '-11062.06', '', 'free', '1e3', '1,50', 'NaN'])('refuses "%s"', (text) =>
    expect(readPence(text)).toBe('priceNotPositive'),
  )

  it('refuses what is not in whole pence', () => expect(readPence('0.001')).toBe('priceNotInPence'))

  it('refuses what the catalogue cannot hold', () => expect(readPence('1000000.01')).toBe('priceTooLarge'))
})
