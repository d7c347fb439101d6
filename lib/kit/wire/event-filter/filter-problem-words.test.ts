import { expect, test } from 'vitest'
import { filterProblemWords } from './filter-problem-words'
import { parseEventFilter } from './parse-event-filter'

test.each([
  ['typ:x', /no “typ:”.*type: actor: product: after: before: at:/],
  ['type:Added', /“Added”.*ItemAdded, /],
  ['at:noon', /“noon” is no time/],
  ['type:', /what “type:” should be/],
  ['""', /between the quotes/],
  ['"a', /quote is open/],
  ['a'.repeat(501), /at most 500/],
])('%s', (text, words) => {
  const parsed = parseEventFilter(text)
  expect(parsed.type !== 'parsed' && filterProblemWords(parsed)).toMatch(words)
})
