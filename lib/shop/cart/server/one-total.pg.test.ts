import pino from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createAggregates } from '../../../kit/server/aggregates/aggregates'
import { head } from '../../../kit/server/aggregates/moment'
import { createSnapshotKeeper } from '../../../kit/server/aggregates/snapshot-keeper'
import { asSubscription } from '../../../kit/server/projections/as-subscription'
import { readWindow } from '../../../kit/server/streams/read-window'
import { catchUp } from '../../../kit/server/subscriptions/catch-up'
import { testCodec } from '../../../testing/codec'
import { testSigner } from '../../../testing/connections'
import { cartCreated, itemAdded, newEvent } from '../../../testing/events'
import { foldReaderOf } from '../../../testing/fold-reader'
import { openTestDatabase, type TestDatabase } from '../../../testing/open-database'
import { type Money, money } from '../../money'
import { productDemandProjection } from '../../sales/server/product-demand-projection'
import { salesByDayProjection } from '../../sales/server/sales-by-day-projection'
import { cartStream } from '../../server/streams'
import { cart } from '../cart'
import type { CartEvent } from '../events'
import { cartTotal, itemCount } from '../state'
import { storedCart } from '../wire/stored-cart'
import { snapshotAt } from './cart-snapshot'
import { cartsProjection } from './carts-projection'

const removed = (productId: string, quantity: number): CartEvent => ({
  type: 'ItemRemoved',
  data: { productId, quantity, reason: 'r' },
})
const checkedOut = (totalAmount: Money): CartEvent => ({
  type: 'CartCheckedOut',
  data: {
    payment: { method: 'card' },
    totalAmount,
    shippingAddress: { street: 's', city: 'c', state: 's', zipCode: 'z', country: 'c' },
  },
})
const tea: CartEvent = {
  type: 'ItemAdded',
  data: { productId: 'tea', productName: 'Tea', quantity: 1, unitPrice: money(900, 'GBP') },
}

/** Each cart with what it comes to, and how many pieces are in it. */
const carts: Record<string, { readonly events: CartEvent[]; readonly total: Money; readonly count: number }> =
  {
    'sold-at-two-prices': {
      events: [
        itemAdded('mug', 3, 1000),
        itemAdded('lamp', 1, 5000),
        itemAdded('mug', 2, 1200),
        removed('mug', 1),
        checkedOut(money(9200, 'USD')),
      ],
      total: money(9200, 'USD'),
      count: 5,
    },
    'charged-at-first-prices': {
      events: [itemAdded('mug', 2, 1599), itemAdded('mug', 1, 1899), checkedOut(money(4797, 'USD'))],
      total: money(4797, 'USD'),
      count: 3,
    },
    'open-at-two-prices': {
      events: [itemAdded('mug', 1, 1000), itemAdded('mug', 1, 1200)],
      total: money(2200, 'USD'),
      count: 2,
    },
    'emptied-in-pounds': { events: [tea, removed('tea', 1)], total: money(0, 'GBP'), count: 0 },
  }

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
  const { store } = database
  for (const [cartId, { events }] of Object.entries(carts)) {
    const all = [cartCreated(), ...events].map((event) => newEvent(event))
    await store.append({ stream: cartStream(cartId), expectedVersion: 'none', events: all })
  }
  const dependencies = { ...database, log: pino({ level: 'silent' }) }
  for (const projection of [cartsProjection, salesByDayProjection, productDemandProjection]) {
    await catchUp(dependencies, asSubscription(projection, store))
  }
})
afterAll(() => database.close())

it.each(Object.entries(carts))(
  '%s comes to one total, wherever it is asked',
  async (cartId, { total, count }) => {
    const { store, pool, prisma } = database
    const log = pino({ level: 'silent' })
    const keeper = createSnapshotKeeper({ sql: pool, store, signer: testSigner, codec: testCodec(pool), log })
    const often = { ...storedCart, snapshotEvery: 2 }
    await keeper.fill(often, cartId)
    const aggregates = createAggregates({
      store,
      read: foldReaderOf({ pool, store }),
    })
    const api = await snapshotAt(aggregates, cartId, {})
    const listed = await prisma.cartSummary.findUniqueOrThrow({ where: { cartId } })
    const window = await readWindow({ store, aggregates }, storedCart, cartId, 0, true)
    const states = [
      cart.fold(window.state, window.events),
      window.events.reduce(cart.evolve, window.state),
      (await aggregates.at(often, cartId, head)).state,
    ]
    await keeper.stop()

    expect(api).toMatchObject({ cart: { total, itemCount: count } })
    expect(money(Number(listed.totalAmount), listed.currency)).toEqual(total)
    expect(Number(listed.itemCount)).toBe(count)
    for (const state of states) expect([cartTotal(state), itemCount(state)]).toEqual([total, count])
  },
)

it('what was sold is what was charged, and pieces are counted over all lines', async () => {
  const [sales] = await database.prisma.salesDay.findMany()
  expect(sales).toMatchObject({ currency: 'USD', orders: 2n, items: 8n, revenue: 13_997n })
  const mugs = await database.prisma.productDemand.findUnique({ where: { productId: 'mug' } })
  expect(mugs).toMatchObject({ added: 10n, removed: 1n, bought: 7n })
})
