import { describe, expect, it } from 'vitest'
import type { DecimalMark } from './decimal'
import { readPence } from './price'

const read = (text: string, mark?: DecimalMark) => {
  const pence = readPence(text, mark)
  return typeof pence === 'number' ? pence : pence.reason
}

describe('readPence', () => {
  it.each([
    ['2.55', 255],
    ['8.5', 850],
    ['15', 1500],
    ['0.01', 1],
    ['1.10', 110],
    ['1.1000', 110],
    ['38970', 3_897_000],
    ['1,50', 150],
    ['£1,234.50', 123_450],
    ['1.234,50', 123_450],
  ])('reads %s exactly', (text, pence) => expect(read(text)).toBe(pence))

  it.each(['0', '0.00', '-11062.06', '', 'free', '1e3', '$1.50', 'NaN'])('refuses "%s"', (text) =>
    expect(read(text)).toBe('priceNotPositive'),
  )

  it('refuses what is not in whole pence', () => expect(read('0.001')).toBe('priceNotInPence'))

  it('goes by what its column shows', () => {
    expect(read('1,500', '.')).toBe(150_000)
    expect(read('1,500', ',')).toBe(150)
    expect(readPence('1,500', undefined)).toEqual({
      type: 'refused',
      reason: 'priceAmbiguous',
      says: '1,500 could be 1500 or 1.500',
    })
  })

  it('refuses what the catalogue cannot hold', () => expect(read('1000000.01')).toBe('priceTooLarge'))
})
