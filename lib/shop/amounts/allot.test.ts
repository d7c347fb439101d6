import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allot, share } from './allot'

const amount = fc.integer({ min: 0, max: 1_000_000_000_000 })
const weight = fc.integer({ min: 0, max: 1_000_000_000_000 })

describe('allotting by the largest remainder', () => {
  it('gives what is left to those that lost most', () => {
    expect(allot(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(allot(10, [50, 30, 21])).toEqual([5, 3, 2])
    expect(allot(7, [0, 5, 0])).toEqual([0, 7, 0])
  })

  it('asks for the rank among equals', () => {
    expect(allot(1, [4, 4], [7, 19])).toEqual([0, 1])
  })

  it('loses nothing, and gives each part its share to less than a unit', () => {
    fc.assert(
      fc.property(amount, fc.array(weight, { minLength: 1, maxLength: 8 }), (given, weights) => {
        const whole = weights.reduce((sum, part) => sum + part, 0)
        const parts = allot(given, weights)
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole === 0 ? 0 : given)
        for (const [place, part] of parts.entries()) {
          const exact = BigInt(given) * BigInt(weights[place] ?? 0)
          const distance = BigInt(part) * BigInt(whole) - exact
          expect(distance < BigInt(whole || 1) && -distance < BigInt(whole || 1)).toBe(true)
        }
      }),
    )
  })

  it('does not depend on the order of parts that differ', () => {
    fc.assert(
      fc.property(amount, fc.uniqueArray(weight, { maxLength: 6 }), (given, weights) => {
        const distinct = weights.map((_, place) => place)
        const there = allot(given, weights, distinct)
        const back = allot(given, [...weights].reverse(), [...distinct].reverse())
        expect([...back].reverse()).toEqual(there)
      }),
    )
  })
})

describe('a share', () => {
  it('is the nearest unit, halves up', () => {
    expect([share(1, 1, 2), share(100, 19, 119), share(0, 1, 3), share(5, 0, 0)]).toEqual([1, 16, 0, 0])
  })

  it('is exact where the product is more than a number counts', () => {
    expect(share(9_007_199_254_740_991, 9_999, 10_000)).toBe(9_006_298_534_815_517)
  })
})
