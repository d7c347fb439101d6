import { expect, test } from 'vitest'
import { createTestDatabase } from './database'
import { query } from './embedded-harness'

test('every database is fresh and migrated, however many are made at once', async () => {
  const databases = await Promise.all(Array.from({ length: 4 }, createTestDatabase))
  try {
    expect(new Set(databases.map(({ ownerUrl }) => ownerUrl)).size).toBe(4)
    for (const { ownerUrl } of databases) {
      const [found] = await query(ownerUrl, 'select count(*)::int as migrations from _prisma_migrations')
      expect(found?.migrations).toBeGreaterThan(0)
    }
  } finally {
    await Promise.all(databases.map((database) => database.drop()))
  }
})

test('a dropped database is gone, whoever is still connected', async () => {
  const database = await createTestDatabase()
  await database.drop()
  await expect(query(database.ownerUrl, 'select')).rejects.toMatchObject({ code: '3D000' })
})
