import { expect, test } from 'vitest'
import { stepDuration } from './pace'

test('a short history takes its time', () => {
  expect(stepDuration('fit', 9, undefined, undefined)).toBe(700)
})

test('a long history takes under half a minute', () => {
  expect(stepDuration('fit', 1_116, undefined, undefined) * 1_116).toBeLessThan(30_000)
  expect(stepDuration('fit', 100_000, undefined, undefined) * 100_000).toBeLessThan(30_000)
})

test('at a pace of its own it takes as long as that says', () => {
  expect(stepDuration(0.5, 9, undefined, undefined)).toBe(1_400)
  expect(stepDuration(50, 9, undefined, undefined)).toBe(14)
})

test('in real time it idles no longer than two seconds, and never goes back', () => {
  expect(stepDuration('realTime', 9, 1_000, 1_300)).toBe(300)
  expect(stepDuration('realTime', 9, 1_000, 9_999_000)).toBe(2_000)
  expect(stepDuration('realTime', 9, 1_000, 400)).toBe(0)
})
