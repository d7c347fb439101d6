import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testSecret } from '../../testing/connections'
import { createTestDatabase, type EmptyDatabase } from '../../testing/database'
import { migrationsDir } from '../../testing/migrations'
import { notebook } from '../../testing/notebook/notebook'
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
