import { expect, test } from 'vitest'
import { readSavedSearches, withoutSearch, withSearch } from './saved-search-list'

const dear = { name: 'Dear ones', q: 'total:>500' }
const open = { name: 'Open', status: 'active' as const }

test('a search takes the place of the one that had its name', () => {
  expect(withSearch([dear, open], { ...dear, q: 'total:>900' })).toEqual([open, { ...dear, q: 'total:>900' }])
  expect(withoutSearch([dear, open], 'Open')).toEqual([dear])
})

test('what is kept reads the same, and anything else as none', () => {
  expect(readSavedSearches(JSON.stringify([dear, open]))).toEqual([dear, open])
  for (const kept of ['', '{}', '[{"name":""}]', '[{"name":"x","status":"lost"}]'])
    expect(readSavedSearches(kept)).toEqual([])
})
