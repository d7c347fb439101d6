import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSubscription } from '../../../kit/server/projections/as-subscription'
import { catchUp } from '../../../kit/server/subscriptions/catch-up'
import { cartsProjection } from '../../cart/server/carts-projection'
import { productsProjection } from '../../product/server/products-projection'
import { openShopDatabase, type ShopDatabase } from '../../testing/open-shop-database'
import { importText, threeSales } from './fixtures/import-text'

let database: ShopDatabase
beforeAll(async () => {
  database = await openShopDatabase()
})
afterAll(() => database.close())

const allEvents = () => database.store.readAll({ after: 0, limit: 1_000 })

describe('importRetail into Postgres', () => {
  it('comes to the same log however often it is run', async () => {
    const first = await importText(database.store, threeSales)
    const log = await allEvents()
    expect(log).toHaveLength(first.tally.events)

    const second = await importText(database.store, threeSales)
    expect(second.tally).toMatchObject({ events: 0, already: first.tally.written })
    expect(await allEvents()).toEqual(log)
  })

  it('can be found in the read models', async () => {
    await importText(database.store, threeSales)
    const dependencies = { ...database, log: pino({ level: 'silent' }) }
    for (const projection of [cartsProjection, productsProjection]) {
      await catchUp(dependencies, asSubscription(projection, database.store))
    }
    const carts = await database.prisma.cartSummary.findMany({ orderBy: { createdPosition: 'asc' } })
    expect(carts.map(({ cartId, status, totalAmount }) => [cartId, status, Number(totalAmount)])).toEqual([
      ['invoice-1001', 'checkedOut', 14_034],
      ['invoice-1002', 'checkedOut', 325],
      ['invoice-1003', 'checkedOut', 1_500],
    ])
    const lantern = await database.prisma.product.findUnique({ where: { productId: '71053' } })
    expect(lantern).toMatchObject({ priceAmount: 325, currency: 'GBP', category: 'Online Retail' })
  })
})
