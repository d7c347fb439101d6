import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Blame, blame, type Made } from './blame'
import { emptyHistory, extendHistory, keyframeInterval } from './history'

const add = (total: number, numbers: Iterable<number>): number =>
  [...numbers].reduce((sum, next) => sum + next, total)
const historyOf = (events: readonly number[], fold = add) => extendHistory(emptyHistory(0, fold), events)

/** Changes now and then only. */
const inTens = (total: number): number => Math.floor(total / 10)
const events = fc.array(fc.integer({ min: -6, max: 6 }), { maxLength: 3 * keyframeInterval })

const allMade = (numbers: readonly number[], from: number): Made<number>[] =>
  numbers
    .slice(0, from)
    .map((_, index) => ({
      version: index + 1,
      before: inTens(add(0, numbers.slice(0, index))),
      after: inTens(add(0, numbers.slice(0, index + 1))),
    }))
    .filter(({ before, after }) => before !== after)
    .reverse()

describe('blame', () => {
  it('finds page by page what a look at every version finds', () => {
    const limits = fc.integer({ min: 1, max: 40 })
    fc.assert(
      fc.property(
        events,
        fc.nat(),
        limits,
        fc.integer({ min: 1, max: 3 }),
        (all, start, limit, intervals) => {
          const first = start % (all.length + 1)
          const found: Made<number>[] = []
          let from: number | undefined = first
          while (from !== undefined) {
            const { made, next }: Blame<number> = blame(historyOf(all), inTens, { from, limit, intervals })
            expect(made.length).toBeLessThanOrEqual(limit)
            if (next !== undefined) expect(made.length === limit || next < from).toBe(true)
            found.push(...made)
            from = next
          }
          expect(found).toEqual(allMade(all, first))
        },
      ),
      { numRuns: 40 },
    )
  })

  it('looks no further back than it must', () => {
    let folded = 0
    const counting = (total: number, numbers: Iterable<number>) => {
      const all = [...numbers]
      folded += all.length
      return add(total, all)
    }
    const history = historyOf(new Array(10_000).fill(1), counting)
    folded = 0
    const { made, next } = blame(history, inTens, { from: 10_000, limit: 2, intervals: 9 })
    expect(made.map(({ version }) => version)).toEqual([10_000, 9_990])
    expect(next).toBe(9_980)
    expect(folded).toBeLessThan(2 * keyframeInterval)
  })

  it('gives up for now after so many intervals, and says where to go on', () => {
    const history = historyOf([10, ...new Array(10_000).fill(0)])
    const looked = blame(history, inTens, { from: 10_001, limit: 5, intervals: 2 })
    expect(looked).toEqual({ made: [], next: 10_001 - (10_001 % keyframeInterval) - keyframeInterval })
    const rest = blame(history, inTens, { from: looked.next ?? 0, limit: 5, intervals: 99 })
    expect(rest).toEqual({ made: [{ version: 1, before: 0, after: 1 }], next: undefined })
  })
})
