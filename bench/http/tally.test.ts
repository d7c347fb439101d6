import { expect, it } from 'vitest'
import { createTally } from './tally'

it('counts what was answered between two moments', () => {
  const tally = createTally(1_000)
  tally.add(900, 999)
  tally.add(999, 1_000)
  tally.add(500, 2_000)
  tally.add(2_990, 2_999)
  tally.add(2_990, 3_000)
  expect(tally.count()).toBe(4)
  expect(tally.result(3_000)).toEqual({ perSecond: 1.5, p50Ms: 9, p99Ms: 1_500, counted: 3 })
})

it('tells no latency where nothing was answered', () => {
  expect(createTally(0).result(1_000)).toEqual({
    perSecond: 0,
    p50Ms: Number.NaN,
    p99Ms: Number.NaN,
    counted: 0,
  })
})
