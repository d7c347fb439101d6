import pino from 'pino'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { member } from '../../testing/member'
import type { Identity } from '../../wire/identity'
import type { Credentials } from '../http/caller'
import { type KnownIdentity, startIdentityChecks } from './identity-checks'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const everyMs = 1_000
/** Sockets, each with a person's cookie, and who the sessions say they are by now. */
const connectedAs = (people: readonly string[]) => {
  const sessions = new Map<string, Identity | undefined>(people.map((name) => [name, member(name)]))
  const hungUp: string[] = []
  const asked: string[] = []
  const connected: KnownIdentity[] = people.map((name) => ({
    sent: { cookie: name },
    identity: member(name),
    hangUp: () => void hungUp.push(name),
  }))
  const identify = async ({ cookie: name = '' }: Credentials) => {
    asked.push(name)
    if (name === 'unlucky') throw new Error('The database is away')
    return sessions.get(name)
  }
  const log = pino({ level: 'silent' })
  const checks = startIdentityChecks({ connected: () => connected, identify, everyMs, log })
  return { sessions, hungUp, asked, checks }
}

it('hangs up on all sockets of who is somebody else by now, and on no others', async () => {
  const { sessions, hungUp, checks } = connectedAs(['ann', 'bob', 'unlucky', 'ann', 'sue', 'tom'])
  sessions.set('ann', undefined)
  sessions.set('sue', member('sue', 'staff'))
  sessions.set('tom', member('ann'))
  await vi.advanceTimersByTimeAsync(everyMs)
  expect(hungUp).toEqual(['ann', 'ann', 'sue', 'tom'])
  checks.stop()
})

it('looks at one person at once, or at all', async () => {
  const { sessions, hungUp, asked, checks } = connectedAs(['ann', 'bob', 'ann', 'sue'])
  for (const name of ['ann', 'bob', 'sue']) sessions.set(name, undefined)
  checks.now('ann')
  await vi.advanceTimersByTimeAsync(0)
  expect(asked).toEqual(['ann'])
  expect(hungUp).toEqual(['ann', 'ann'])
  checks.now()
  await vi.advanceTimersByTimeAsync(0)
  expect(hungUp.slice(2)).toEqual(['ann', 'ann', 'bob', 'sue'])
  checks.stop()
})

it('looks each up once a round, however many sockets they have, until it is stopped', async () => {
  const { asked, checks } = connectedAs(['ann', 'bob', 'ann', 'ann'])
  await vi.advanceTimersByTimeAsync(2 * everyMs)
  expect(asked).toEqual(['ann', 'bob', 'ann', 'bob'])
  checks.stop()
  await vi.advanceTimersByTimeAsync(5 * everyMs)
  expect(asked).toHaveLength(4)
})
