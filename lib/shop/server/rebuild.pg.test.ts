import pino from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { archiveStream } from '../../kit/server/archive/archive-stream'
import { asSubscription } from '../../kit/server/projections/as-subscription'
import { compareWithRebuild } from '../../kit/server/projections/compare'
import type { Projection } from '../../kit/server/projections/projection'
import { rebuild } from '../../kit/server/projections/rebuild'
import { catchUp } from '../../kit/server/subscriptions/catch-up'
import { checkpointOf } from '../../kit/server/subscriptions/checkpoints'
import { openTestArchive } from '../../kit/testing/open-archive'
import { cartsProjection } from '../cart/server/carts-projection'
import { searchCarts } from '../cart/server/search/search-carts'
import { customersProjection } from '../customer/server/customers-projection'
import { openShopDatabase, type ShopDatabase } from '../testing/open-shop-database'
import { goShopping } from '../testing/shopping'
import { projections } from './projections'
import { cartStream } from './streams'

let database: ShopDatabase
beforeAll(async () => {
  database = await openShopDatabase()
  await goShopping(database.store, { seed: 3, commands: 6_000, carts: 450 })
  for (const projection of projections) await follow(projection)
})
afterAll(() => database.close())

const log = pino({ level: 'silent' })
const follow = (projection: Projection) =>
  catchUp({ ...database, log }, asSubscription(projection, database.store))

const query = async <Row extends object>(sql: string) => (await database.pool.query<Row>(sql)).rows
const fingerprint = () =>
  query("SELECT count(*), md5(string_agg(t::text, ',' ORDER BY cart_id)) FROM carts t")

it('the list of carts is never seen half-built', async () => {
  const newest = await searchCarts(database.pool, { limit: 20 })
  let done = false
  const reader = (async () => {
    let reads = 0
    for (; !done; reads++) expect(await searchCarts(database.pool, { limit: 20 })).toEqual(newest)
    return reads
  })()
  const rebuilt = await rebuild(database, cartsProjection, { partitions: 2 }).finally(() => {
    done = true
  })
  expect(rebuilt.type).toBe('rebuilt')
  expect(await reader).toBeGreaterThan(1)
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
  expect(await compareWithRebuild(database, projection)).toEqual([])
  expect(await checkpointOf(database.pool, projection.name)).toBe(await database.store.headPosition())
})

it('carts are made of the whole log, also of what stands in cold storage', async () => {
  await follow(cartsProjection)
  const before = await fingerprint()
  const archive = await openTestArchive(database)
  try {
    const closed = await query<{ cart_id: string }>("SELECT cart_id FROM carts WHERE status <> 'active'")
    for (const { cart_id } of closed.slice(0, 100)) await archiveStream(archive, cartStream(cart_id))
    expect(await query('SELECT count(*)::int AS count FROM archived_streams')).toEqual([{ count: 100 }])
    const deps = { ...database, store: archive.store }
    expect((await rebuild(deps, cartsProjection, { partitions: 2 })).type).toBe('rebuilt')
    expect(await fingerprint()).toEqual(before)
    expect(await compareWithRebuild(deps, customersProjection)).toEqual([])
  } finally {
    await archive.close()
  }
})
