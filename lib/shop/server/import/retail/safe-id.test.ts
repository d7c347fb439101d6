import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { id } from '../../../../kit/wire/text'
import { safeId } from './safe-id'

describe('safeId', () => {
  it.each([
    ['85123A', '85123A'],
    ['gift_0001_30', 'gift_0001_30'],
    ['BANK CHARGES', 'BANK-CHARGES'],
    ['  a / b ', 'a-b'],
  ])('makes an id of "%s"', (code, expected) => expect(safeId(code)).toBe(expected))

  it.each(['', '  ', '£££'])('makes none of "%s"', (code) => expect(safeId(code)).toBeUndefined())

  it('makes an id or none, of anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (code) => {
        const made = safeId(code)
        expect(made === undefined || id.safeParse(made).success).toBe(true)
      }),
    )
  })
})
