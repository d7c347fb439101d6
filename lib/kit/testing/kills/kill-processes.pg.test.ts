import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testSecret } from '../connections'
import { createTestDatabase, type EmptyDatabase } from '../database'
import { killProcesses } from './kill-processes'

let database: EmptyDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

it('a process of three steps is done once, whenever its app is killed', { timeout: 120_000 }, async () => {
  const { begun, ended, faults } = await killProcesses({
    databaseUrl: database.ownerUrl,
    secret: testSecret,
    masterKey: randomBytes(32).toString('base64'),
    kills: 4,
    dice: Math.random,
  })
  expect(faults).toEqual([])
  expect(begun).toBeGreaterThan(20)
  expect(ended).toBe(begun)
})
