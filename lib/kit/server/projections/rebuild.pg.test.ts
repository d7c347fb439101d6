import pg from 'pg'
import pino from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cartsProjection } from '../../../shop/cart/server/carts-projection'
import { searchCarts } from '../../../shop/cart/server/search/search-carts'
import { customersProjection } from '../../../shop/customer/server/customers-projection'
import { projections } from '../../../shop/server/projections'
import { cartStream } from '../../../shop/server/streams'
import { eventually } from '../../../testing/eventually'
import { openTestArchive } from '../../../testing/open-archive'
import { openTestDatabase, type TestDatabase } from '../../../testing/open-database'
import { goShopping } from '../../../testing/shopping'
import { archiveStream } from '../archive/archive-stream'
import { catchUp } from '../subscriptions/catch-up'
import { checkpointOf } from '../subscriptions/checkpoints'
import { asSubscription } from './as-subscription'
import { compareWithRebuild } from './compare'
import type { Projection } from './projection'
import { type RebuildOptions, rebuild } from './rebuild'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
  await goShopping(database.store, { seed: 3, commands: 12_000, carts: 900 })
  for (const projection of projections) await follow(projection)
})
afterAll(() => database.close())

const log = pino({ level: 'silent' })
const follow = (projection: Projection) =>
  catchUp({ ...database, log }, asSubscription(projection, database.store))
const rebuildCarts = (options: RebuildOptions = {}) => rebuild(database, cartsProjection, options)
const differences = (projection: Projection) => compareWithRebuild(database, projection)

const query = async <Row extends object>(sql: string) => (await database.pool.query<Row>(sql)).rows
const fingerprint = () =>
  query("SELECT count(*), md5(string_agg(t::text, ',' ORDER BY cart_id)) FROM carts t")
const leftovers = () => query("SELECT tablename FROM pg_tables WHERE schemaname = 'read_models_build'")

it('is never seen half-built', async () => {
  const before = await fingerprint()
  const newest = await searchCarts(database.pool, { limit: 20 })
  let done = false
  const readers = Array.from({ length: 4 }, async (_, nth) => {
    let reads = 0
    for (; !done; reads++) {
      if (nth % 2 === 0) expect(await fingerprint()).toEqual(before)
      else expect(await searchCarts(database.pool, { limit: 20 })).toEqual(newest)
    }
    return reads
  })
  try {
    for (const partitions of [1, 2, 3]) {
      expect((await rebuildCarts({ partitions })).type).toBe('rebuilt')
    }
  } finally {
    done = true
  }
  expect(Math.min(...(await Promise.all(readers)))).toBeGreaterThan(3)
  expect(await leftovers()).toEqual([])
})

it.each(projections)('$name is as the live one, also while the shop goes on', async (projection) => {
  let done = false
  const live = (async () => {
    while (!done) await follow(projection)
  })()
  const prefix = `late-${projection.name}`
  const shopping = goShopping(database.store, { seed: 5, commands: 1_500, carts: 40, prefix })
  const rebuilt = await rebuild(database, projection, { partitions: 2 }).finally(() => {
    done = true
  })
  await shopping
  await live
  await follow(projection)
  expect(rebuilt.type).toBe('rebuilt')
  expect(await differences(projection)).toEqual([])
  expect(await checkpointOf(database.pool, projection.name)).toBe(await database.store.headPosition())
})

it('heals what was damaged, and lets a projection go on that an event had stopped', async () => {
  await follow(customersProjection)
  await query(
    'UPDATE customers SET carts = carts + 1 WHERE customer_id = (SELECT min(customer_id) FROM customers)',
  )
  await query('DELETE FROM customer_spend')
  await query("UPDATE subscriptions SET status = 'stopped', error = 'poisoned' WHERE name = 'customers'")
  const found = await differences(customersProjection)
  expect(found.map(({ table, kind }) => `${kind} in ${table}`)).toEqual([
    'missing in customers',
    'wrong in customers',
    'missing in customer_spend',
  ])
  expect((await rebuild(database, customersProjection)).type).toBe('rebuilt')
  expect(await differences(customersProjection)).toEqual([])
  expect(await query("SELECT status, error FROM subscriptions WHERE name = 'customers'")).toEqual([
    { status: 'running', error: null },
  ])
})

it('leaves names of indexes and grants as they were', async () => {
  const shape = () =>
    query(`SELECT indexdef AS it FROM pg_indexes WHERE schemaname = 'public' AND tablename = 'carts'
           UNION SELECT conname FROM pg_constraint WHERE conrelid = 'carts'::regclass
           UNION SELECT relacl::text FROM pg_class WHERE oid = 'carts'::regclass ORDER BY 1`)
  const before = await shape()
  expect(before.length).toBeGreaterThan(4)
  await rebuildCarts()
  expect(await shape()).toEqual(before)
})

/** The carts projection with something that happens in the middle of its first batch. */
const cartsDuring = (happening: () => unknown): Projection => ({
  ...cartsProjection,
  begin: (streams) => {
    const apply = cartsProjection.begin(streams)
    let happened: unknown
    return async (sql, events) => {
      happened ??= happening() ?? true
      await happened
      return apply(sql, events)
    }
  },
})

it('can be stopped, and then nothing has changed', async () => {
  const before = await fingerprint()
  const stopper = new AbortController()
  const stopped = rebuild(
    database,
    cartsDuring(() => stopper.abort()),
    { signal: stopper.signal, partitions: 2 },
  )
  await expect(stopped).rejects.toThrow('aborted')
  expect(await fingerprint()).toEqual(before)
  expect(await leftovers()).toEqual([])
})

const killBuilder = async () => {
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const { rowCount } = await owner.query(
    `SELECT pg_terminate_backend(pid, 5000) FROM pg_locks
     WHERE locktype = 'advisory' AND classid::bigint = hashtext('rebuild')::bigint & 4294967295`,
  )
  await owner.end()
  return rowCount
}

it('leaves the old one when it is killed; the next one clears up after it', async () => {
  const before = await fingerprint()
  const killed = rebuild(
    database,
    cartsDuring(async () => expect(await killBuilder()).toBe(1)),
  )
  await expect(killed).rejects.toThrow(/terminat|connection/i)
  expect(await fingerprint()).toEqual(before)
  expect(await leftovers()).toEqual([{ tablename: 'carts' }])
  expect((await rebuildCarts()).type).toBe('rebuilt')
  expect(await fingerprint()).toEqual(before)
  expect(await leftovers()).toEqual([])
})

it('leaves the old one when its own tables vanish under it', async () => {
  const before = await fingerprint()
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const vanish = () => owner.query('DROP TABLE read_models_build.carts')
  await expect(rebuild(database, cartsDuring(vanish))).rejects.toThrow('does not exist')
  await owner.end()
  expect(await fingerprint()).toEqual(before)
})

it('is refused while another one is under way', async () => {
  const second = async () => expect(await rebuildCarts()).toEqual({ type: 'underWay' })
  expect((await rebuild(database, cartsDuring(second))).type).toBe('rebuilt')
})

it('lets others pass when a long reader is in its way, and tries again', async () => {
  const before = await fingerprint()
  const reader = await database.pool.connect()
  await reader.query('BEGIN; SELECT FROM carts LIMIT 1')
  const rebuilding = rebuildCarts()
  const waiting = () =>
    query<{ pid: number }>(
      "SELECT pid FROM pg_locks WHERE relation = 'read_models.carts'::regclass AND NOT granted",
    )
  await eventually(async () => expect(await waiting()).toHaveLength(1))
  await eventually(async () => expect(await waiting()).toHaveLength(0))
  expect(await fingerprint()).toEqual(before)
  await reader.query('COMMIT')
  reader.release()
  expect((await rebuilding).type).toBe('rebuilt')
  expect(await fingerprint()).toEqual(before)
})

it('is made of the whole log, also of what stands in cold storage', async () => {
  const before = await fingerprint()
  const archive = await openTestArchive(database)
  try {
    const closed = await query<{ cart_id: string }>("SELECT cart_id FROM carts WHERE status <> 'active'")
    for (const { cart_id } of closed.slice(0, 150)) await archiveStream(archive, cartStream(cart_id))
    expect(await query('SELECT count(*)::int AS count FROM archived_streams')).toEqual([{ count: 150 }])
    const deps = { ...database, store: archive.store }
    for (const partitions of [1, 2]) {
      expect((await rebuild(deps, cartsProjection, { partitions })).type).toBe('rebuilt')
      expect(await fingerprint()).toEqual(before)
    }
    expect(await compareWithRebuild(deps, customersProjection)).toEqual([])
  } finally {
    await archive.close()
  }
})
