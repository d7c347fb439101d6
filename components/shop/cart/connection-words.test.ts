import { expect, test } from 'vitest'
import { connectionWords } from './connection-words'

const nothing = { count: 0, isKept: true }
const one = { count: 1, isKept: true }
const three = { count: 3, isKept: true }
const threeHere = { count: 3, isKept: false }

test.each(['live', 'idle', 'connecting'] as const)('nothing is said when all is well (%s)', (connection) => {
  expect(connectionWords({ connection, unsent: three, isGuest: true })).toBe(undefined)
})

test('a cart that was kept in this browser says of when it is, until it follows the log', () => {
  const knownAt = '2026-11-21T14:03:22.000Z'
  const words = (connection: 'offline' | 'connecting') =>
    connectionWords({ connection, unsent: nothing, isGuest: true, knownAt })
  expect(words('offline')).toMatch(
    /^Offline\. The cart as last known here, 2\d Nov 2026, \d\d:03:22\. What you do is kept and sent later\.$/,
  )
  expect(words('connecting')).toMatch(/^Reconnecting… The cart as last known here, /)
})

test.each([
  ['offline', nothing, 'Offline. What you do is kept and sent later.'],
  ['offline', one, 'Offline. 1 change waits; it is kept.'],
  ['offline', three, 'Offline. 3 changes wait; they are kept.'],
  ['offline', threeHere, 'Offline. 3 changes wait; they are kept while this page is open.'],
  ['reconnecting', one, 'Reconnecting… 1 change waits; it is kept.'],
  ['reading', one, 'Live updates are blocked here: the cart is read every few seconds.'],
  ['renewed', nothing, 'The shop was renewed: reload to go on.'],
  ['renewed', three, 'The shop was renewed: reload to go on. 3 changes wait; they are kept.'],
  ['signedOut', one, 'You were signed out: sign in to go on. 1 change waits; it is kept.'],
] as const)('%s, with %o', (connection, unsent, words) => {
  expect(connectionWords({ connection, unsent, isGuest: false })).toBe(words)
})

test('a guest has nothing to sign in with', () => {
  expect(connectionWords({ connection: 'signedOut', unsent: nothing, isGuest: true })).toBe(
    'This page is of a visit that has ended: reload to go on.',
  )
})
