import { expect, it } from 'vitest'
import { readFilter } from './read-filter'

it('narrows the catalogue to what the URL says', () => {
  expect(readFilter({ q: 'mug', category: 'Kitchen' })).toEqual({ q: 'mug', category: 'Kitchen' })
  expect(readFilter({ q: ['mug', 'lamp'] })).toEqual({ q: 'mug', category: '' })
  expect(readFilter({ q: 'x'.repeat(500) }).q).toHaveLength(100)
})

it.each(['\u0000', 'mug\u0000', '\ud800'])('takes what the database could not: %j', (q) => {
  expect(readFilter({ q })).toEqual({ q: '', category: '' })
})
