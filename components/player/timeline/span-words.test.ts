import { expect, test } from 'vitest'
import { spanWords } from './span-words'

const [second, minute, hour] = [1_000, 60_000, 3_600_000]

test.each([
  [0, '0 s'],
  [59.9 * second, '59 s'],
  [minute, '1 min'],
  [119 * minute, '119 min'],
  [2 * hour, '2 h'],
  [47.9 * hour, '47 h'],
  [48 * hour, '2 days'],
  [24_000 * hour, '1,000 days'],
])('%i ms: %s', (ms, words) => {
  expect(spanWords(ms)).toBe(words)
})
