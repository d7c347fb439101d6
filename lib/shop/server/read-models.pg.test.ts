import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSubscription } from '../../kit/server/projections/as-subscription'
import { runOnce } from '../../kit/server/projections/run-once'
import { catchUp } from '../../kit/server/subscriptions/catch-up'
import { cartsFound } from '../testing/carts-found'
import { cartCreated, itemAdded, newEvent } from '../testing/events'
import { openShopDatabase, type ShopDatabase } from '../testing/open-shop-database'
import { goShopping } from '../testing/shopping'
import { projectionNamed, projections } from './projections'
import { createReadModels, type ReadModels } from './read-models'
import { cartStream } from './streams'

let database: ShopDatabase
let readModels: ReadModels
beforeAll(async () => {
  database = await openShopDatabase()
  readModels = createReadModels(database)
  await goShopping(database.store, { seed: 11, commands: 800, carts: 40 })
  for (const projection of projections) await follow(projection.name)
})
afterAll(() => database.close())

const follow = (name: string) =>
  catchUp(
    { ...database, log: pino({ level: 'silent' }) },
    asSubscription(projectionNamed(name), database.store),
  )

/** All pages, one after another. */
const pages = async <Page extends { next: string | null }>(
  ask: (after: string | undefined) => Promise<Page>,
): Promise<Page[]> => {
  const all = [await ask(undefined)]
  for (let next = all[0]?.next; next; next = all.at(-1)?.next) all.push(await ask(next))
  return all
}

describe('what the read models are asked', () => {
  it('comes in pages without a gap or a double', async () => {
    const whole = { limit: 1_000 }
    const customers = await readModels.customers(whole)
    const customerPages = await pages((after) => readModels.customers({ after, limit: 3 }))
    expect(customerPages.flatMap((page) => page.customers)).toEqual(customers.customers)
    const demand = await readModels.demand(whole)
    const demandPages = await pages((after) => readModels.demand({ after, limit: 2 }))
    expect(demandPages.flatMap((page) => page.products)).toEqual(demand.products)
    const sales = await readModels.salesDays(whole)
    const salesPages = await pages((after) => readModels.salesDays({ after, limit: 2 }))
    expect(salesPages.flatMap((page) => page.days)).toEqual(sales.days)
    for (const found of [customers.customers, demand.products, sales.days]) {
      expect(found.length).toBeGreaterThan(4)
    }
  })

  it('finds customers by the beginning of their ids, and one by its id', async () => {
    const { customers } = await readModels.customers({ q: 'customer-1', limit: 100 })
    expect(customers.map(({ customerId }) => customerId)).toContain('customer-1')
    expect(customers.every(({ customerId }) => customerId.startsWith('customer-1'))).toBe(true)
    expect((await readModels.customers({ q: '%', limit: 100 })).customers).toEqual([])
    expect(await readModels.customer('customer-1')).toEqual(customers[0])
    expect(await readModels.customer('nobody')).toBeUndefined()
  })

  it('tells sales of some days', async () => {
    const { days } = await readModels.salesDays({ limit: 100 })
    const [from = '', to = ''] = [days[1]?.day, days[3]?.day]
    const some = await readModels.salesDays({ from, to, limit: 100 })
    expect(some.days).toEqual(days.filter(({ day }) => day >= from && day <= to))
    expect(some.days.length).toBeLessThan(days.length)
  })

  it('says how many pieces are in carts now', async () => {
    const { rows } = await database.pool.query(
      "SELECT sum(item_count)::int AS pieces FROM carts WHERE status = 'active'",
    )
    const { products } = await readModels.demand({ limit: 100 })
    expect(products.reduce((sum, { inCarts }) => sum + inCarts, 0)).toBe(rows[0].pieces)
  })
})

it('sales see each cart as it was, also when they are told of some events only', async () => {
  const types = ['CartCheckedOut']
  const question = { after: 0, upTo: 1e9, limit: 1_000 }
  const sales = projectionNamed('sales_by_day')
  const all = await runOnce(database, sales, question)
  expect(await runOnce(database, sales, { ...question, filter: { types } })).toEqual(all)
})

it('a cart that one has just written is found once it was waited for', async () => {
  const written = await database.store.append({
    stream: cartStream('mine-1'),
    expectedVersion: 'none',
    events: [newEvent(cartCreated('me')), newEvent(itemAdded())],
  })
  if (written.type !== 'written') throw new Error(written.type)
  const waiting = readModels.waitForCarts(written.position)
  await follow('carts')
  await follow('cart_search')
  expect(await waiting).toEqual({ asOf: written.position, behind: false })
  expect((await cartsFound(database.pool, 'mine-1')).carts).toHaveLength(1)
})
