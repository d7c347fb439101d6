import { expect, test } from 'vitest'
import { begunElsewhere } from './begun-elsewhere'

const answeredAt = (streamId: string, at: number) => ({ streamId, answered: { version: 2, at } })

test('a stream that was answered for since the page was drawn was begun elsewhere: the last one', () => {
  expect(begunElsewhere([answeredAt('book-1', 5), answeredAt('book-2', 6)], 5)).toBe('book-2')
})

test('what was answered before, or isn’t yet, is none', () => {
  expect(begunElsewhere([answeredAt('book-1', 4), { streamId: 'book-2' }, { streamId: null }], 5)).toBe(
    undefined,
  )
})
