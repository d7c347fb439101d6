import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { named } from './named'

describe('a name in a sentence', () => {
  it.each(['Ceramic Mug', 'CAFÉ 12" – £5', '☕ 👩‍👩‍👧'])('is as it is: %s', (name) =>
    expect(named(name)).toBe(name),
  )

  it.each([
    ['\u202etxet', '\u2068\u202etxet\u2069'],
    ['שלום', '\u2068שלום\u2069'],
    ['a\u2069b\u202e', '\u2068ab\u202e\u2069'],
  ])('turns nothing but itself: %j', (name, isolated) => expect(named(name)).toBe(isolated))

  it('is cut when it is too long for a sentence', () => {
    expect(named('W'.repeat(3_000))).toBe(`${'W'.repeat(120)}…`)
    expect(named(`${'x'.repeat(119)}👩‍👩‍👧`)).toBe(`${'x'.repeat(119)}…`)
  })

  it('opens one isolate at most, and closes it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const isolates = named(name).match(/[\u2066-\u2069]/g) ?? []
        expect(['', '\u2068\u2069']).toContain(isolates.join(''))
      }),
    )
  })
})
