import { expect, test } from 'vitest'
import { type Undelivered, whyUndelivered } from './undelivered'

const failed = new Error('An unexpected response was received from the server.')
const replied = (status: number, afterMs?: number) => ({ status, afterMs })
const unknownAction = Object.assign(new Error('Server Action "00ab" was not found'), {
  name: 'UnrecognizedActionError',
})

test.each<[string, unknown, ReturnType<typeof replied> | undefined, Undelivered]>([
  ['no network', new TypeError('Failed to fetch'), undefined, { type: 'unreachable' }],
  ['no answer in time', new DOMException('', 'TimeoutError'), undefined, { type: 'unreachable' }],
  ['an answer that broke off', new TypeError('network error'), replied(200), { type: 'unreachable' }],
  ['an action of a former build', unknownAction, replied(409), { type: 'standstill', why: 'renewed' }],
  [
    'a session that somebody before the server ended',
    failed,
    replied(401),
    { type: 'standstill', why: 'signedOut' },
  ],
  ['too large', failed, replied(413), { type: 'refused' }],
  ['forbidden', failed, replied(403), { type: 'refused' }],
  ['too often', failed, replied(429, 5_000), { type: 'busy', afterMs: 5_000 }],
  ['too often, for nobody knows how long', failed, replied(429), { type: 'busy', afterMs: 5_000 }],
  ['overloaded', failed, replied(503, 1_000), { type: 'busy', afterMs: 1_000 }],
  ['a server that broke', failed, replied(500), { type: 'failed' }],
])('%s', (_, error, reply, expected) => {
  expect(whyUndelivered(error, reply)).toEqual(expected)
})
