import fc from 'fast-check'
import { expect, it } from 'vitest'
import { restMs } from './unhurried'

it.each([
  ['at once for one event that comes after nothing did', 1, 1_000, 0],
  ['a moment later for one that comes right after', 1, 0, 2],
  ['later for some', 60, 20, 100],
  ['at once for as many as are gone on for together', 400, 0, 0],
  ['not later than a quarter of a second', 399, 100, 150],
])('who is in no hurry goes on %s', (_, came, sinceMs, rest) => {
  expect(restMs({ position: 7, movedAt: 5_000 }, 7 + came, 5_000 + sinceMs)).toBe(rest)
})

it('rests no longer than a quarter of a second, whatever comes', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.nat(1_000), (came, sinceMs) => {
      const rest = restMs({ position: 0, movedAt: 0 }, came, sinceMs)
      expect(rest).toBeGreaterThanOrEqual(0)
      expect(rest + sinceMs).toBeLessThanOrEqual(Math.max(250, sinceMs))
    }),
  )
})
