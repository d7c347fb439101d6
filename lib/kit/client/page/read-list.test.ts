import { expect, it } from 'vitest'
import * as z from 'zod'
import { readBreakpoints, readSavedFilters } from '../scan/stored-lists'
import { readList } from './read-list'

it('reads what it can of what was kept, and no more than there may be', () => {
  expect(readList(z.int(), '[1,"two",3,{"__proto__":4},null,5]', 2)).toEqual([1, 3])
  for (const kept of ['', 'null', '{}', '{"length":3}', '[', '[['.repeat(50_000)])
    expect(readList(z.int(), kept, 2)).toEqual([])
})

it('keeps filters and breakpoints though one of them makes no sense', () => {
  const filter = { name: 'Mugs', text: 'mug' }
  expect(readSavedFilters(JSON.stringify([filter, { name: 'Long', text: 'x'.repeat(501) }]))).toEqual([
    filter,
  ])
  const stop = { type: 'path', text: 'total', enabled: true }
  expect(readBreakpoints(JSON.stringify([{ ...stop, type: 'new' }, stop]))).toEqual([stop])
})
