import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testKeys, testMasterKey } from '../../../testing/codec'
import { query } from '../../../testing/embedded-harness'
import { openTestDatabase, type TestDatabase } from '../../../testing/open-database'
import { createDataKeys } from './create-data-keys'
import type { KeyOwner } from './data-keys'
import { createPostgresKeyRows } from './postgres-key-rows'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const people = (count: number): KeyOwner[] => {
  const run = randomUUID()
  return Array.from({ length: count }, (_, nth) => ({ person: `${run}-${nth}`, kind: 'profile' }))
}

describe('keys in Postgres', () => {
  it('are one for each owner, however many nodes ask for them at once and in whatever order', async () => {
    const owners = people(50)
    const nodes = Array.from({ length: 6 }, () => testKeys(database.pool))
    const asked = await Promise.all(
      nodes.map((node, nth) => Promise.all((nth % 2 ? owners : owners.toReversed()).map(node.of))),
    )
    const ids = asked.map((keys) => keys.map(({ id }) => id).sort())
    for (const each of ids) expect(each).toEqual(ids[0])
    expect(await query(database.ownerUrl, 'SELECT count(*)::int FROM data_keys')).toEqual([{ count: 50 }])
  })

  it('are found by other processes, and are gone when their rows are', async () => {
    const [owner] = people(1) as [KeyOwner]
    const key = await testKeys(database.pool).of(owner)
    const other = testKeys(database.pool)
    expect((await other.find([key.id])).get(key.id)).toEqual(key)
    await query(database.ownerUrl, `DELETE FROM data_keys WHERE person = '${owner.person}'`)
    other.forget(owner.person)
    expect((await other.find([key.id])).size).toBe(0)
    expect((await other.of(owner)).id).not.toBe(key.id)
  })

  it('can be added by the app, and neither changed nor deleted', async () => {
    for (const change of [
      "UPDATE data_keys SET wrapped = ''",
      'DELETE FROM data_keys',
      'TRUNCATE data_keys',
    ]) {
      await expect(database.pool.query(change)).rejects.toMatchObject({ code: '42501' })
    }
  })

  it('cost one statement for those who are new here, and none for those who are known', async () => {
    let statements = 0
    const sql = {
      query: (...asked: unknown[]) => {
        statements++
        return (database.pool.query as (...asked: unknown[]) => unknown)(...asked)
      },
    } as unknown as TestDatabase['pool']
    const keys = createDataKeys(createPostgresKeyRows(sql), testMasterKey)
    const owners = people(20)
    const made = await Promise.all(owners.map(keys.of))
    await Promise.all(owners.map(keys.of))
    await keys.find(made.map(({ id }) => id))
    expect(statements).toBe(1)
  })
})
