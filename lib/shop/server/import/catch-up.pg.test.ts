import pg from 'pg'
import pino from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { asSubscription } from '../../../kit/server/projections/as-subscription'
import { catchUp } from '../../../kit/server/subscriptions/catch-up'
import { checkpointsOf } from '../../../kit/server/subscriptions/checkpoints'
import { openShopDatabase, type ShopDatabase } from '../../testing/open-shop-database'
import { projections } from '../projections'
import { catchUpReadModels, watchCheckpoint } from './catch-up'
import { importText, threeSales } from './fixtures/import-text'
import { isShopOpen, watchShop } from './shop-watch'

const log = pino({ level: 'silent' })
let database: ShopDatabase
beforeAll(async () => {
  database = await openShopDatabase()
})
afterAll(() => database.close())

const { signal } = new AbortController()
const names = projections.map(({ name }) => name)
const reached = async () => {
  const checkpoints = await checkpointsOf(database.pool, names)
  return names.map((name) => checkpoints.get(name))
}

describe('the shop beside an import', () => {
  let node: pg.Client | undefined
  afterEach(async () => {
    await node?.end()
    node = undefined
  })

  it('is open while a node holds its leases', async () => {
    expect(await isShopOpen(database.pool)).toBe(false)
    node = new pg.Client(database.connection)
    await node.connect()
    await node.query("SELECT pg_advisory_lock(hashtext('leases'), hashtext('carts'))")
    expect(await isShopOpen(database.pool)).toBe(true)
    const onOpen = vi.fn()
    const watch = await watchShop({ pool: database.pool, log, onOpen })
    expect(watch.isOpen()).toBe(true)
    expect(onOpen).toHaveBeenCalled()
    watch.stop()
  })
})

describe('read models behind an import', () => {
  it('are brought up to the log where no shop is open', async () => {
    await importText(database.store, threeSales)
    await catchUpReadModels({ ...database, log, shop: { isOpen: () => false } }, signal)
    expect(new Set(await reached())).toEqual(new Set([await database.store.headPosition()]))
  })

  it('are waited for where the open shop brings them there', async () => {
    await importText(database.store, [(threeSales[0] as string).replace('1001', '2001')])
    const caught = catchUpReadModels({ ...database, log, shop: { isOpen: () => true } }, signal)
    for (const projection of projections) {
      await catchUp({ ...database, log }, asSubscription(projection, database.store))
    }
    await caught
    expect(new Set(await reached())).toEqual(new Set([await database.store.headPosition()]))
  })

  it('are seen to move, whoever moves them', async () => {
    const [projection] = projections
    if (!projection) throw new Error('There is no projection')
    const before = await database.store.headPosition()
    await importText(database.store, [(threeSales[0] as string).replace('1001', '3001')])
    const watch = watchCheckpoint({ ...database, log }, projection.name, before)
    expect(watch.measure()).toEqual({ value: 0, done: 0 })
    await catchUp({ ...database, log }, asSubscription(projection, database.store))
    await watch.stop()
    const moved = (await database.store.headPosition()) - before
    expect(watch.measure()).toEqual({ value: moved, done: moved })
  })
})
