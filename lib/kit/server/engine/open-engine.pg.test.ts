import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { testSecret } from '../../testing/connections'
import { createTestDatabase, type EmptyDatabase } from '../../testing/database'
import { query } from '../../testing/embedded-harness'
import { migrationsDir } from '../../testing/migrations'
import { notebook } from '../../testing/notebook/notebook'
import type { Subscription } from '../subscriptions/subscription'
import { type OpenEngineOptions, openEngine } from './open-engine'

let database: EmptyDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const masterKey = randomBytes(32).toString('base64')

const open = (options: Partial<OpenEngineOptions> = {}) =>
  openEngine({
    databaseUrl: database.ownerUrl,
    secret: testSecret,
    masterKey,
    types: [notebook],
    migrationsDir,
    ...options,
  })

const openNotebook = { type: 'OpenNotebook', owner: 'ada' } as const

it('an engine opens its database again with the same master key, and with no other', async () => {
  const streamId = randomUUID()
  const actor = { kind: 'member', id: 'ada' } as const
  const first = await open()
  const { type } = await first.handle(notebook, { streamId, command: openNotebook, actor })
  await first.close()
  expect(type).toBe('accepted')
  await expect(open({ masterKey: randomBytes(32).toString('base64') })).rejects.toMatchObject({
    name: 'MasterKeyError',
  })
  const again = await open()
  expect((await again.stateAt(notebook, streamId)).version).toBe(1)
  await again.close()
})

const follower: Subscription = {
  name: 'one of two',
  startFrom: 'beginning',
  onPoison: 'stop',
  handler: { type: 'transaction', apply: async () => undefined },
}

it.each<[string, Partial<OpenEngineOptions>, string]>([
  ['two types of streams have one event', { types: [notebook, notebook] }, 'Two types of streams'],
  ['two subscriptions have one name', { subscriptions: [follower, follower] }, 'The lease one of two/0/1'],
])('an engine that does not open, since %s, leaves no connection behind', async (_, options, words) => {
  await expect(open(options)).rejects.toThrow(words)
  const connected = `SELECT count(*)::int FROM pg_stat_activity
    WHERE datname = current_database() AND usename = 'hindsight_app'`
  // An idle pool would end its connections after 10 seconds by itself.
  await vi.waitFor(
    async () => expect(await query(database.ownerUrl, connected)).toEqual([{ count: 0 }]),
    5_000,
  )
})
