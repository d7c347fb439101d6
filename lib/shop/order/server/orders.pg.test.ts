import fc from 'fast-check'
import pino from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RecordedEvent } from '../../../kit/events/recorded-event'
import { handleCommand } from '../../../kit/server/commands/handle'
import { doWrites } from '../../../kit/server/postgres/write'
import { asSubscription } from '../../../kit/server/projections/as-subscription'
import { inScratch } from '../../../kit/server/projections/scratch'
import { loadStream } from '../../../kit/server/store/load'
import { catchUp } from '../../../kit/server/subscriptions/catch-up'
import { handlerOver } from '../../../kit/testing/handler'
import { openShopDatabase, type ShopDatabase } from '../../testing/open-shop-database'
import { placeOrder, usd } from '../../testing/orders'
import { balanceOf } from '../balance'
import type { OrderCommand } from '../commands'
import type { OrderEvent } from '../events'
import { storedOrder } from '../wire/stored-order'
import { countOrders } from './count-orders'
import { listOrders } from './list-orders'
import { ordersProjection } from './orders-projection'
import { readPlaced } from './read-placed'

let database: ShopDatabase
let events: readonly RecordedEvent[]
beforeAll(async () => {
  database = await openShopDatabase()
  for (const [nth, commands] of journeys.entries()) await send(`order-${nth}`, commands)
  events = await database.store.readAll({ limit: 1_000 })
  await catchUp(
    { ...database, log: pino({ level: 'silent' }) },
    asSubscription(ordersProjection, database.store),
  )
})
afterAll(() => database.close())

const confirm: OrderCommand = { type: 'ConfirmOrder', by: 'staff', at: '2026-11-30T12:00:00.000Z' }
const authorise: OrderCommand = {
  type: 'RecordAuthorisation',
  paymentId: 'p1',
  provider: 'test',
  amount: usd(8_500),
}
const capture: OrderCommand = {
  type: 'RecordCapture',
  paymentId: 'p1',
  captureId: 'c1',
  amount: usd(8_500),
}
const one = [{ lineId: '1', quantity: 1 }]

const journeys: readonly (readonly OrderCommand[])[] = [
  [],
  [{ type: 'CancelOrder', reason: 'Too late', cancelledBy: 'customer' }],
  [authorise, confirm, { type: 'ShipOrder', lines: one }],
  [
    authorise,
    confirm,
    { type: 'ShipOrder' },
    capture,
    { type: 'DeliverOrder' },
    { type: 'ReturnItems', lines: one, reason: 'Chipped', restock: true },
  ],
  [authorise, confirm],
]

const send = async (orderId: string, commands: readonly OrderCommand[]) => {
  const handler = handlerOver(database.store, database.codec.registry)
  const customerId = orderId === 'order-4' ? 'bob' : 'ann'
  for (const command of [placeOrder({ cartId: orderId, customerId }), ...commands]) {
    const actor = { kind: 'customer', id: customerId } as const
    const handled = await handleCommand(handler, storedOrder, { streamId: orderId, command, actor })
    expect(handled.type).toBe('accepted')
  }
}

const idsOf = async (search: Partial<Parameters<typeof listOrders>[1]>) =>
  (await listOrders(database.pool, { limit: 10, ...search })).orders.map(({ orderId }) => orderId)

it('lists them newest first, by status, customer and number', async () => {
  expect(await idsOf({})).toEqual(['order-4', 'order-3', 'order-2', 'order-1', 'order-0'])
  expect(await idsOf({ status: 'cancelled' })).toEqual(['order-1'])
  expect(await idsOf({ customerId: 'ann', status: 'confirmed' })).toEqual([])
  expect(await idsOf({ customerId: 'bob' })).toEqual(['order-4'])
  const [first] = (await listOrders(database.pool, { limit: 1 })).orders
  expect(await idsOf({ number: first?.number })).toEqual(['order-4'])
})

it('pages without a gap or a double', async () => {
  const seen: string[] = []
  let after: number | undefined
  do {
    const { orders, next } = await listOrders(database.pool, { limit: 2, after })
    seen.push(...orders.map(({ orderId }) => orderId))
    after = next ?? undefined
  } while (after)
  expect(seen).toEqual(['order-4', 'order-3', 'order-2', 'order-1', 'order-0'])
})

it('says of each what its stream comes to', async () => {
  for (const listed of (await listOrders(database.pool, { limit: 10 })).orders) {
    const stream = { type: 'order', id: listed.orderId }
    const order = storedOrder.fold(
      storedOrder.initial(listed.orderId),
      await loadStream<OrderEvent>(database.store, stream),
    )
    const { status, number, customerId, version, amounts } = order
    const { outstanding } = balanceOf(order)
    expect(listed).toMatchObject({ status, number, customerId, version, outstanding, total: amounts.total })
  }
  const [, , partly] = [...(await listOrders(database.pool, { limit: 10 })).orders]
  expect(partly).toMatchObject({ status: 'partlyShipped', itemCount: 4, unshipped: 3 })
})

it('counts them by status', async () => {
  expect(await countOrders(database.pool)).toEqual({
    placed: 1,
    confirmed: 1,
    partlyShipped: 1,
    shipped: 0,
    delivered: 1,
    returned: 0,
    cancelled: 1,
  })
})

it('comes to the same however the log is cut, and whichever part of it comes first', async () => {
  const run = (parts: readonly (readonly RecordedEvent[])[], beginsAnew: boolean) =>
    inScratch(database.pool, ordersProjection, async (client) => {
      let project = ordersProjection.begin(database.store)
      for (const part of parts) {
        if (beginsAnew) project = ordersProjection.begin(database.store)
        await doWrites(client, await project(part))
      }
      const { rows: orders } = await client.query('SELECT * FROM orders ORDER BY order_id')
      const { rows: counts } = await client.query(
        'SELECT * FROM order_counts WHERE orders <> 0 ORDER BY status',
      )
      return { orders, counts }
    })
  const whole = await run([events], false)
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 9 }), fc.boolean(), async (size, beginsAnew) => {
      const parts = Array.from({ length: Math.ceil(events.length / size) }, (_, nth) =>
        events.slice(nth * size, (nth + 1) * size),
      )
      expect(await run(parts, beginsAnew)).toEqual(whole)
    }),
    { numRuns: 8 },
  )
  const byOrder = [...new Set(events.map(({ streamId }) => streamId))].reverse()
  const parts = byOrder.map((id) => events.filter(({ streamId }) => streamId === id))
  expect(await run(parts, false)).toEqual(whole)
})

it('keeps whom they go to sealed in the log, and nowhere in the read model', async () => {
  expect((await readPlaced(database.store, 'order-0'))?.data).toMatchObject({
    contact: { name: 'Ann', email: 'ann@example.com' },
    shippingAddress: { city: 'Ely' },
  })
  const { rows: stored } = await database.pool.query(
    "SELECT data::text FROM events WHERE stream_type = 'order'",
  )
  const { rows: listed } = await database.pool.query('SELECT to_jsonb(o)::text AS data FROM orders o')
  for (const { data } of [...stored, ...listed]) {
    expect(data).not.toContain('ann@example.com')
    expect(data).not.toContain('High St')
  }
})
