import { expect, test } from 'vitest'
import { connectionWords } from './connection-words'

const nothing = { count: 0, isKept: true }

test('nothing is said when all is well', () => {
  expect(connectionWords({ isOnline: true, connection: 'live', unsent: { count: 3, isKept: true } })).toBe(
    undefined,
  )
  expect(connectionWords({ isOnline: true, connection: 'connecting', unsent: nothing })).toBe(undefined)
})

test.each([
  [false, nothing, 'Offline. What you do is kept and sent later.'],
  [false, { count: 1, isKept: true }, 'Offline. 1 change waits; it is kept.'],
  [false, { count: 3, isKept: true }, 'Offline. 3 changes wait; they are kept.'],
  [false, { count: 3, isKept: false }, 'Offline. 3 changes wait; they are kept while this page is open.'],
  [true, { count: 2, isKept: true }, 'Reconnecting… 2 changes wait; they are kept.'],
] as const)('online %s, %o', (isOnline, unsent, words) => {
  expect(connectionWords({ isOnline, connection: 'reconnecting', unsent })).toBe(words)
})
