import { afterAll, beforeAll, expect, it } from 'vitest'
import { testSecret } from '../../../kit/testing/connections'
import { createTestDatabase, type EmptyDatabase } from '../../../kit/testing/database'
import { killFulfilment } from './kill-fulfilment'

let database: EmptyDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

it('each order is charged once or not at all, whenever its app is killed', { timeout: 180_000 }, async () => {
  const { begun, ended, faults } = await killFulfilment({
    databaseUrl: database.ownerUrl,
    secret: testSecret,
    kills: 3,
    dice: Math.random,
  })
  expect(faults).toEqual([])
  expect(begun).toBeGreaterThan(5)
  expect(ended).toBe(begun)
})
