import fc from 'fast-check'
import type { PoolClient } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RecordedEvent } from '../../kit/events/recorded-event'
import { doWrites } from '../../kit/server/postgres/write'
import type { Projection } from '../../kit/server/projections/projection'
import { runOnce } from '../../kit/server/projections/run-once'
import { inScratch } from '../../kit/server/projections/scratch'
import type { CartState } from '../cart/state'
import { openShopDatabase, type ShopDatabase } from '../testing/open-shop-database'
import { goShopping } from '../testing/shopping'
import { projections } from './projections'

let database: ShopDatabase
let carts: CartState[]
let events: readonly RecordedEvent[]
beforeAll(async () => {
  database = await openShopDatabase()
  carts = await goShopping(database.store, { seed: 1, commands: 600, carts: 30 })
  events = await database.store.readAll({ limit: 10_000 })
})
afterAll(() => database.close())

const ofCarts = projections.filter(({ name }) => name !== 'products')
const wholeLog = { after: 0, upTo: Number.MAX_SAFE_INTEGER, limit: 10_000 }

const rowsOf = async (client: PoolClient, { tables }: Projection) => {
  const answers = []
  for (const table of tables) answers.push((await client.query(`SELECT * FROM ${table} t ORDER BY t`)).rows)
  return answers
}

/** How the log is cut into batches, and what happens after each. */
const cuts = fc.array(
  fc.record({
    size: fc.integer({ min: 1, max: 120 }),
    next: fc.constantFrom('go on', 'go on', 'restart', 'lose it and try again'),
  }),
  { minLength: 1, maxLength: 30 },
)

/** Runs a projection as a subscription would that fails, starts again and takes what it gets. */
const run = (projection: Projection, steps: readonly { size: number; next: string }[]) =>
  inScratch(database.pool, projection, async (client) => {
    let project = projection.begin(database.store)
    let from = 0
    for (let nth = 0; from < events.length; nth++) {
      const { size, next } = steps[nth % steps.length] as (typeof steps)[number]
      const batch = events.slice(from, from + size)
      await client.query('SAVEPOINT batch')
      await doWrites(client, await project(batch))
      if (next === 'restart') project = projection.begin(database.store)
      if (next === 'lose it and try again') {
        await client.query('ROLLBACK TO SAVEPOINT batch')
        await doWrites(client, await project(batch))
      }
      from += size
    }
    return rowsOf(client, projection)
  })

it.each(ofCarts)(
  '$name comes to the same however the log is cut and whatever is done again',
  async (projection) => {
    const atOnce = await run(projection, [{ size: events.length, next: 'go on' }])
    await fc.assert(
      fc.asyncProperty(cuts, async (steps) => {
        expect(await run(projection, steps)).toEqual(atOnce)
      }),
      { numRuns: 15 },
    )
  },
)

it.each(ofCarts)('$name comes to the same in partitions, whichever comes first', async (projection) => {
  const whole = await run(projection, [{ size: events.length, next: 'go on' }])
  const inParts = await inScratch(database.pool, projection, async (client) => {
    for (const nth of [2, 0, 1]) {
      const part = await database.store.readAll({ limit: 10_000, partition: { of: 3, nth } })
      await doWrites(client, await projection.begin(database.store)(part))
    }
    return rowsOf(client, projection)
  })
  expect(inParts).toEqual(whole)
})

const tableOf = async (name: string, table = name) => {
  const projection = projections.find((one) => one.name === name) as Projection
  const answers = await runOnce(database, projection, wholeLog)
  return answers.find((answer) => answer.table === table)?.rows as Record<string, number>[]
}

const sum = (rows: readonly Record<string, number>[], column: string) =>
  rows.reduce((total, row) => total + (row[column] as number), 0)

const pieces = (status: CartState['status']) =>
  carts
    .filter((cart) => cart.status === status)
    .flatMap(({ items }) => items)
    .reduce((total, { quantity }) => total + quantity, 0)

it('keeps account of every piece', async () => {
  const demand = await tableOf('product_demand')
  expect(sum(demand, 'bought')).toBe(pieces('checkedOut'))
  expect(sum(demand, 'abandoned')).toBe(pieces('abandoned'))
  expect(sum(demand, 'added') - sum(demand, 'removed')).toBe(
    pieces('active') + pieces('checkedOut') + pieces('abandoned'),
  )
})

it('agrees on sales and carts, whichever read model is asked', async () => {
  const counted = (status: string) => carts.filter((cart) => cart.status === status).length
  const [customers, spend] = [await tableOf('customers'), await tableOf('customers', 'customer_spend')]
  const days = await tableOf('sales_by_day')
  expect(counted('checkedOut')).toBeGreaterThan(0)
  expect(counted('abandoned')).toBeGreaterThan(0)
  expect(sum(customers, 'carts')).toBe(carts.length)
  expect(sum(customers, 'active')).toBe(counted('active'))
  expect(sum(customers, 'abandoned')).toBe(counted('abandoned'))
  expect(sum(customers, 'checked_out')).toBe(counted('checkedOut'))
  expect(sum(spend, 'orders')).toBe(counted('checkedOut'))
  expect(sum(days, 'orders')).toBe(counted('checkedOut'))
  expect(sum(days, 'items')).toBe(pieces('checkedOut'))
  expect(sum(days, 'revenue')).toBe(sum(spend, 'amount'))
})
