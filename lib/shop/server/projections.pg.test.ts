import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSubscription } from '../../kit/server/projections/as-subscription'
import type { Projection } from '../../kit/server/projections/projection'
import { catchUp } from '../../kit/server/subscriptions/catch-up'
import { checkpointOf } from '../../kit/server/subscriptions/checkpoints'
import { handlerOver } from '../../kit/testing/handler'
import { newestCartId } from '../cart/server/cart-queries'
import { cartsProjection } from '../cart/server/carts-projection'
import { createCatalogue } from '../product/server/catalogue'
import { productsProjection } from '../product/server/products-projection'
import { seedCatalogue } from '../product/server/seed'
import { cartsFound } from '../testing/carts-found'
import { cartCreated, itemAdded, newEvent } from '../testing/events'
import { openShopDatabase, type ShopDatabase } from '../testing/open-shop-database'
import { cartStream } from './streams'

let database: ShopDatabase
beforeAll(async () => {
  database = await openShopDatabase()
})
afterAll(() => database.close())

const append = (cartId: string, customerId: string, ...items: Parameters<typeof itemAdded>[]) =>
  database.store.append({
    stream: cartStream(cartId),
    expectedVersion: 0,
    events: [newEvent(cartCreated(customerId)), ...items.map((item) => newEvent(itemAdded(...item)))],
  })

const log = pino({ level: 'silent' })
const follow = (projection: Projection) =>
  catchUp({ ...database, log }, asSubscription(projection, database.store))

const rows = () => database.prisma.cartSummary.findMany({ orderBy: { cartId: 'asc' } })

describe('the carts projection', () => {
  it('lists what the log holds, newest first, found by id, customer and status', async () => {
    await append('cart-a', 'ann', ['mug', 2, 500])
    await append('cart-b', 'bob', ['mug', 1, 500], ['tea', 3, 250])
    await append('cart-c', 'ann')
    await follow(cartsProjection)
    const { carts } = await cartsFound(database.pool)
    expect(
      carts.map(({ cartId, itemCount, total, version }) => [cartId, itemCount, total.amount, version]),
    ).toEqual([
      ['cart-c', 0, 0, 1],
      ['cart-b', 4, 1250, 3],
      ['cart-a', 2, 1000, 2],
    ])
    const ids = async (q: string) => (await cartsFound(database.pool, q)).carts.map((cart) => cart.cartId)
    expect(await ids('ann')).toEqual(['cart-c', 'cart-a'])
    expect(await ids('cart-b')).toEqual(['cart-b'])
    expect(await ids('%')).toEqual([])
    expect(await ids('status:checkedOut')).toEqual([])
    expect(await newestCartId(database.prisma, 'ann')).toBe('cart-c')
  })

  it('pages without a gap or a double', async () => {
    const first = await cartsFound(database.pool, '', { limit: 2 })
    const second = await cartsFound(database.pool, '', { limit: 2, before: first.next ?? 0 })
    expect([...first.carts, ...second.carts].map((cart) => cart.cartId)).toEqual([
      'cart-c',
      'cart-b',
      'cart-a',
    ])
    expect(second.next).toBeNull()
  })

  it('goes on from where it was', async () => {
    await database.store.append({
      stream: cartStream('cart-a'),
      expectedVersion: 2,
      events: [newEvent(itemAdded('tea', 1, 250))],
    })
    await follow(cartsProjection)
    expect((await rows())[0]).toMatchObject({
      cartId: 'cart-a',
      version: 3,
      itemCount: 3n,
      totalAmount: 1250n,
    })
  })

  it('comes to the same when dropped and rebuilt', async () => {
    const before = await rows()
    await database.prisma.cartSummary.deleteMany()
    await database.pool.query("DELETE FROM subscriptions WHERE name = 'carts'")
    await follow(cartsProjection)
    expect(await rows()).toEqual(before)
  })

  it('leaves no trace of a batch that failed', async () => {
    await append('cart-d', 'dan')
    const before = await checkpointOf(database.pool, 'carts')
    await follow({
      ...cartsProjection,
      begin: (streams) => async (events) => {
        const writes = await cartsProjection.begin(streams)(events)
        return [...writes, () => 'INSERT INTO carts (cart_id) VALUES (NULL)']
      },
    })
    expect(await checkpointOf(database.pool, 'carts')).toBe(before)
    expect((await rows()).map((row) => row.cartId)).not.toContain('cart-d')
  })
})

describe('the catalogue', () => {
  it('is seeded once, searched and paged', async () => {
    const handler = handlerOver(database.store, database.codec.registry)
    expect(await seedCatalogue(handler, database.prisma)).toBe(40)
    expect(await seedCatalogue(handler, database.prisma)).toBe(0)
    await follow(productsProjection)
    const catalogue = createCatalogue({ sql: database.pool, store: database.store })
    expect(await catalogue.offers(['wireless-headphones', 'no-such-thing'])).toEqual(
      new Map([
        [
          'wireless-headphones',
          { name: 'Wireless Headphones', unitPrice: { amount: 9999, currency: 'USD' } },
        ],
      ]),
    )
    expect(await catalogue.offers([])).toEqual(new Map())
    const found = await catalogue.search({ q: 'HEADphones wireless', limit: 5 })
    expect(found.products.map((product) => product.productId)).toContain('wireless-headphones')
    expect((await catalogue.search({ q: '%', limit: 5 })).products).toEqual([])

    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await catalogue.search({ limit: 7, after })
      seen.push(...page.products.map((product) => product.productId))
      after = page.next ?? undefined
    } while (after)
    expect(new Set(seen).size).toBe(40)
    expect(seen).toHaveLength(40)
  })
})
