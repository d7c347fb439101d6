import { expect, test } from 'vitest'
import type { FilterLanguage } from './filter-language'
import { filterProblemWords } from './filter-problem-words'
import { parseEventFilter } from './parse-event-filter'

const language: FilterLanguage = {
  eventNames: ['NoteWritten', 'NoteRemoved'],
  subjects: { field: 'note', subjectOf: () => undefined, nameIn: () => undefined },
}

test.each([
  ['typ:x', /no “typ:”.*type: actor: note: after: before: at:/],
  ['type:Added', /“Added”.*NoteWritten, /],
  ['at:noon', /“noon” is no time/],
  ['type:', /what “type:” should be/],
  ['""', /between the quotes/],
  ['"a', /quote is open/],
  ['a'.repeat(501), /at most 500/],
])('%s', (text, words) => {
  const parsed = parseEventFilter(text, language)
  expect(parsed.type !== 'parsed' && filterProblemWords(parsed)).toMatch(words)
})
