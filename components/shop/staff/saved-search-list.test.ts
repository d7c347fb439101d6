import { expect, test } from 'vitest'
import { noSavedSearches, readSavedSearches, withoutSearch, withSearch } from './saved-search-list'

const dear = { name: 'Dear ones', q: 'total:>500' }
const open = { name: 'Open', status: 'active' as const }

test('a search takes the place of the one that had its name', () => {
  expect(withSearch([dear, open], { ...dear, q: 'total:>900' })).toEqual([open, { ...dear, q: 'total:>900' }])
  expect(withoutSearch([dear, open], 'Open')).toEqual([dear])
})

test('however many are saved, they are read again', () => {
  const many = Array.from({ length: 120 }, (_, index) => ({ name: `Search ${index}` }))
  const saved = many.reduce(withSearch, noSavedSearches)
  expect(saved.at(-1)).toEqual(many.at(-1))
  expect(readSavedSearches(JSON.stringify(saved))).toEqual(saved)
})

test('what is kept reads the same, and anything else as none', () => {
  expect(readSavedSearches(JSON.stringify([dear, open]))).toEqual([dear, open])
  for (const kept of ['', '{}', '[{"name":""}]', '[{"name":"x","status":"lost"}]'])
    expect(readSavedSearches(kept)).toEqual([])
})
