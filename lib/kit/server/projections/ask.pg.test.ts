import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectionNamed, projections } from '../../../shop/server/projections'
import { createReadModels, type ReadModels } from '../../../shop/server/read-models'
import { cartStream } from '../../../shop/server/streams'
import { cartsFound } from '../../../testing/carts-found'
import { cartCreated, itemAdded, newEvent } from '../../../testing/events'
import { openTestDatabase, type TestDatabase } from '../../../testing/open-database'
import { goShopping } from '../../../testing/shopping'
import { catchUp } from '../subscriptions/catch-up'
import { asSubscription } from './as-subscription'
import { runOnce } from './run-once'
import { waitFor } from './wait-for'

let database: TestDatabase
let readModels: ReadModels
beforeAll(async () => {
  database = await openTestDatabase()
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

describe('a question asked once', () => {
  it('is answered from a part of the log, and leaves nothing behind', async () => {
    const projection = projectionNamed('carts')
    const before = await database.pool.query('SELECT * FROM carts ORDER BY cart_id')
    const [early] = await runOnce(database, projection, { after: 0, upTo: 100, limit: 1_000 })
    const [late] = await runOnce(database, projection, { after: 100, upTo: 1e9, limit: 1_000 })
    const versions = (rows: typeof early) => new Map(rows?.rows.map((row) => [row.cart_id, row.version]))
    expect(early?.rows.every((row) => (row.created_position as number) <= 100)).toBe(true)
    const live = new Map(before.rows.map((row) => [row.cart_id, row.version]))
    expect(new Map([...versions(early), ...versions(late)])).toEqual(live)
    expect((await database.pool.query('SELECT * FROM carts ORDER BY cart_id')).rows).toEqual(before.rows)
  })

  it('sees each cart as it was, also when it is told of some events only', async () => {
    const types = ['CartCheckedOut']
    const question = { after: 0, upTo: 1e9, limit: 1_000 }
    const sales = projectionNamed('sales_by_day')
    const all = await runOnce(database, sales, question)
    expect(await runOnce(database, sales, { ...question, filter: { types } })).toEqual(all)
  })

  it('shows some of the rows, and says how many there are', async () => {
    const [table] = await runOnce(database, projectionNamed('carts'), { after: 0, upTo: 1e9, limit: 3 })
    expect(table?.rows).toHaveLength(3)
    expect(table?.total).toBeGreaterThan(30)
  })
})

describe('reading what one wrote', () => {
  const write = async (cartId: string) => {
    const written = await database.store.append({
      stream: cartStream(cartId),
      expectedVersion: 'none',
      events: [newEvent(cartCreated('me')), newEvent(itemAdded())],
    })
    if (written.type !== 'written') throw new Error(written.type)
    return written.position
  }

  it('waits until it is there', async () => {
    const position = await write('mine-1')
    const waiting = waitFor(database.pool, 'carts', position, 20_000)
    await follow('carts')
    expect(await waiting).toEqual({ asOf: position, behind: false })
    expect((await cartsFound(database.pool, 'mine-1')).carts).toHaveLength(1)
  })

  it('says that it is behind after a while, and how far it is', async () => {
    const before = await database.store.headPosition()
    await follow('carts')
    const position = await write('mine-2')
    expect(await waitFor(database.pool, 'carts', position, 50)).toEqual({ asOf: before, behind: true })
  })

  it("doesn't wait for what isn't in the log, or when nothing is waited for", async () => {
    const head = await database.store.headPosition()
    const started = performance.now()
    expect((await waitFor(database.pool, 'carts', head + 1, 60_000)).behind).toBe(true)
    expect((await waitFor(database.pool, 'carts', undefined, 60_000)).behind).toBe(false)
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})
