import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyHistory, extendHistory, keyframeInterval, stateAt } from './history'

const add = (total: number, numbers: Iterable<number>): number =>
  [...numbers].reduce((sum, next) => sum + next, total)
const sum = emptyHistory(0, add)
const events = fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 3 * keyframeInterval })

describe('history', () => {
  it('gives at every version what a fold from the start gives', () => {
    fc.assert(
      fc.property(events, fc.nat(), (all, at) => {
        const version = all.length === 0 ? 0 : at % (all.length + 1)
        expect(stateAt(extendHistory(sum, all), version)).toBe(add(0, all.slice(0, version)))
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
    const counting = emptyHistory(0, (total: number, numbers: Iterable<number>) => {
      const all = [...numbers]
      folded += all.length
      return add(total, all)
    })
    const history = extendHistory(counting, new Array(10_000).fill(1))
    expect(folded).toBe(10_000)
    for (const version of [keyframeInterval, 2 * keyframeInterval - 1, 9_999]) {
      folded = 0
      expect(stateAt(history, version)).toBe(version)
      expect(folded).toBe(version % keyframeInterval)
    }
  })

  it('keeps to its ends', () => {
    const history = extendHistory(sum, [1, 2, 3])
    expect(stateAt(history, -5)).toBe(0)
    expect(stateAt(history, 99)).toBe(6)
  })
})
