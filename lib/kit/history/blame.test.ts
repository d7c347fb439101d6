import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyframeInterval } from '../kernel/keyframe-interval'
import { blame, type Made } from './blame'
import { emptyHistory, extendHistory } from './history'

const add = (total: number, numbers: Iterable<number>): number =>
  [...numbers].reduce((sum, next) => sum + next, total)
const historyOf = (events: readonly number[]) => extendHistory(emptyHistory(0, add), events)

/** Changes now and then only. */
const inTens = (total: number): number => Math.floor(total / 10)
const events = fc.array(fc.integer({ min: -6, max: 6 }), { maxLength: 3 * keyframeInterval })

const allMade = (numbers: readonly number[], newest: number): Made<number>[] =>
  numbers
    .slice(0, newest)
    .map((_, index) => ({
      version: index + 1,
      before: inTens(add(0, numbers.slice(0, index))),
      after: inTens(add(0, numbers.slice(0, index + 1))),
    }))
    .filter(({ before, after }) => before !== after)
    .reverse()

describe('blame', () => {
  it('finds window by window, from the last, what a look at every version finds', () => {
    fc.assert(
      fc.property(events, fc.nat(), (all, at) => {
        const newest = at % (all.length + 1)
        const { fold, windows } = historyOf(all)
        const found = [...windows.values()].reverse().flatMap((window) => blame(fold, window, inTens, newest))
        expect(found).toEqual(allMade(all, newest))
      }),
      { numRuns: 40 },
    )
  })

  it('folds each event once', () => {
    let folded = 0
    const counting = (total: number, numbers: Iterable<number>) => {
      const all = [...numbers]
      folded += all.length
      return add(total, all)
    }
    blame(counting, { from: 512, state: 0, events: new Array(200).fill(1) }, inTens, 612)
    expect(folded).toBe(100)
  })

  it('says nothing of versions before the window', () => {
    expect(blame(add, { from: 512, state: 0, events: [99] }, inTens, 300)).toEqual([])
  })
})
