import fc from 'fast-check'
import { expect, it } from 'vitest'
import { eventOfStory } from '../../testing/event-of-story'
import { positionOf, stopAt } from './use-needle'

const anyStory = fc
  .uniqueArray(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 30 })
  .map((positions) =>
    positions.toSorted((one, other) => one - other).map((position) => eventOfStory({ position })),
  )

it('a stop that the address names is found again, whatever came later', () => {
  fc.assert(
    fc.property(anyStory, fc.nat(), fc.nat(5), (story, any, later) => {
      const stop = any % (story.length + 1)
      const grown = [
        ...story,
        ...Array.from({ length: later }, (_, nth) => eventOfStory({ position: 1_001 + nth })),
      ]
      expect(stopAt(grown, positionOf(story, stop) ?? Number.NaN)).toBe(stop)
    }),
  )
})

it('the first stop is before the first event, and the one after the last is now', () => {
  const story = [eventOfStory({ position: 7 }), eventOfStory({ position: 9 })]
  expect([0, 1, 2, 3].map((stop) => positionOf(story, stop))).toEqual([6, 7, 9, undefined])
  expect([0, 6, 7, 8, 9, 100].map((position) => stopAt(story, position))).toEqual([0, 0, 1, 1, 2, 2])
})
