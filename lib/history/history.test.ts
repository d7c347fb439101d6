import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyHistory, extendHistory, keyframeInterval, stateAt } from './history'

const sum = emptyHistory<number, number>(0, (total, next) => total + next)
const events = fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 3 * keyframeInterval })

describe('history', () => {
  it('gives at every version what a fold from the start gives', () => {
    fc.assert(
      fc.property(events, fc.nat(), (all, at) => {
        const version = all.length === 0 ? 0 : at % (all.length + 1)
        const folded = all.slice(0, version).reduce((total, next) => total + next, 0)
        expect(stateAt(extendHistory(sum, all), version)).toBe(folded)
      }),
    )
  })

  it('is the same however it was extended', () => {
    fc.assert(
      fc.property(events, fc.nat(), (all, cut) => {
        const at = all.length === 0 ? 0 : cut % all.length
        const inTwo = extendHistory(extendHistory(sum, all.slice(0, at)), all.slice(at))
        expect(inTwo).toEqual(extendHistory(sum, all))
      }),
    )
  })

  it('folds at most one interval for a seek', () => {
    let folded = 0
    const counting = emptyHistory<number, number>(0, (total, next) => {
      folded++
      return total + next
    })
    const history = extendHistory(
      counting,
      Array.from({ length: 10_000 }, () => 1),
    )
    folded = 0
    expect(stateAt(history, 9_999)).toBe(9_999)
    expect(folded).toBeLessThan(keyframeInterval)
  })

  it('keeps to its ends', () => {
    const history = extendHistory(sum, [1, 2, 3])
    expect(stateAt(history, -5)).toBe(0)
    expect(stateAt(history, 99)).toBe(6)
  })
})
