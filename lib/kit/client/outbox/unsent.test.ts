import { expect, test } from 'vitest'
import { unsentCount } from './unsent'

const entries = [
  { streamId: 'book-1' },
  { streamId: 'book-1', answered: { version: 3, at: 0 } },
  { streamId: 'book-2' },
  { streamId: null },
]

test('who owns it is told of all they did', () => {
  expect(unsentCount(entries, { streamId: 'book-1', readOnly: false })).toBe(3)
})

test('who looks at a notebook is told of what they did to this one', () => {
  expect(unsentCount(entries, { streamId: 'book-1', readOnly: true })).toBe(1)
  expect(unsentCount(entries, { streamId: 'book-3', readOnly: true })).toBe(0)
})
