import { expect, test } from 'vitest'
import { stepDuration } from './use-playback'

test('a short history takes its time', () => {
  expect(stepDuration(9)).toBe(700)
})

test('a long history takes under half a minute', () => {
  expect(stepDuration(1_116) * 1_116).toBeLessThan(30_000)
})
