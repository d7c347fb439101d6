import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backoffMs } from './backoff'

test('waits longer each time, to a limit', () => {
  expect([0, 1, 2, 5, 6, 1_000].map((failures) => backoffMs(failures, 1))).toEqual([
    100, 200, 400, 3_200, 5_000, 5_000,
  ])
})

test('never waits less than half of that, nor more', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.double({ min: 0, max: 1, noNaN: true }), (failures, dice) => {
      const longest = backoffMs(failures, 1)
      expect(backoffMs(failures, dice)).toBeGreaterThanOrEqual(longest / 2)
      expect(backoffMs(failures, dice)).toBeLessThanOrEqual(longest)
    }),
  )
})
