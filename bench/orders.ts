import type { Pool } from 'pg'
import { createPool } from '../lib/kit/server/postgres/pool'
import { rebuild } from '../lib/kit/server/projections/rebuild'
import type { EventStore } from '../lib/kit/server/store/event-store'
import { createPostgresStore } from '../lib/kit/server/store/postgres-store'
import { streamOf } from '../lib/kit/streams/stream-of'
import { eventBuilders } from '../lib/kit/testing/event-builders'
import type { OrderEvent } from '../lib/shop/order/events'
import { orderStreamType } from '../lib/shop/order/order-stream'
import { countOrders } from '../lib/shop/order/server/count-orders'
import { listOrders, type OrderSearch } from '../lib/shop/order/server/list-orders'
import { projectionNamed } from '../lib/shop/server/projections'
import { orderPlaced } from '../lib/shop/testing/orders'
import { shopEvents } from '../lib/shop/wire/events/shop-events'
import { benchCodec } from './codec'
import { percentile } from './percentile'
import { type BenchServer, describeServer, withServer } from './server'
import { figure, printTable } from './table'
import { takeTurns } from './turns'

const orders = Number(process.env.BENCH_ORDERS ?? 100_000)
const customers = 500
const appendsAtOnce = 256
const limit = 50
const warmUps = 20
const rounds = 300

const { newEvent } = eventBuilders<OrderEvent>(shopEvents, 'order')

const one = [{ lineId: '1', quantity: 1 }]
const confirmed: OrderEvent = { type: 'OrderConfirmed', data: { by: 'window' } }
const shipped = (
  lines = [
    { lineId: '1', quantity: 3 },
    { lineId: '2', quantity: 1 },
  ],
): OrderEvent => ({
  type: 'OrderShipped',
  data: { shipment: '1', lines },
})
const delivered: OrderEvent = { type: 'OrderDelivered', data: { shipment: '1' } }
const cancelled: OrderEvent = {
  type: 'OrderCancelled',
  data: { reason: 'Too late', cancelledBy: 'customer' },
}

/** How orders stand, a few of the newest and most of the older ones: what has begun is done soon. */
const journeyOf = (nth: number): readonly OrderEvent[] => {
  if (nth % 20 === 0) return [cancelled]
  if (nth < orders * 0.97) return [confirmed, shipped(), delivered]
  const journeys = [[], [confirmed], [confirmed, shipped(one)], [confirmed, shipped()]] as const
  return journeys[nth % 4] ?? []
}

/** The board of 100,000 orders (`BENCH_ORDERS` says otherwise): its first rows, rows further down, and how many there are. */
export const benchOrders = (): Promise<void> =>
  withServer(async (server) => {
    const pool = createPool(server.database.pool, (error) => server.log.warn({ err: error }, 'Broke'))
    try {
      const store = createPostgresStore(pool, benchCodec(pool))
      await fill(store)
      await build(server, store)
      await measure(pool)
    } finally {
      await pool.end()
    }
  })

const fill = async (store: EventStore): Promise<void> => {
  let next = 0
  const appendOn = async () => {
    while (next < orders) {
      const nth = next++
      const orderId = `order-${nth}`
      const placed = orderPlaced({ cartId: orderId, customerId: `customer-${nth % customers}` })
      const events = [placed, ...journeyOf(nth)].map((event) => newEvent(event))
      await store.append({ stream: streamOf(orderStreamType, orderId), expectedVersion: 'none', events })
    }
  }
  await Promise.all(Array.from({ length: appendsAtOnce }, appendOn))
}

const build = async (server: BenchServer, store: EventStore): Promise<void> => {
  const begun = performance.now()
  const { database } = server
  const rebuilt = await rebuild({ connection: database.pool, store }, projectionNamed('orders'), {
    partitions: 2,
  })
  if (rebuilt.type !== 'rebuilt') throw new Error(rebuilt.type)
  const seconds = figure((performance.now() - begun) / 1_000)
  process.stdout.write(
    `\nOrders: ${figure(orders)}, built in ${seconds} s. ${await describeServer(server)}.\n`,
  )
}

interface Asked {
  readonly name: string
  readonly ask: () => Promise<number>
  readonly expected: number
}

const measure = async (pool: Pool): Promise<void> => {
  const rows = async (search: Omit<OrderSearch, 'limit'>) =>
    (await listOrders(pool, { ...search, limit })).orders.length
  const halfway = await pool.query(
    'SELECT placed_position FROM orders ORDER BY placed_position OFFSET $1 LIMIT 1',
    [Math.floor(orders / 2)],
  )
  const after = Number(halfway.rows[0]?.placed_position)
  const asked: readonly Asked[] = [
    {
      name: 'a round trip (floor)',
      ask: async () => (await pool.query('SELECT 1')).rows.length,
      expected: 1,
    },
    { name: 'first rows, all', ask: () => rows({}), expected: limit },
    { name: 'first rows, to ship', ask: () => rows({ status: 'confirmed' }), expected: limit },
    { name: 'first rows, delivered', ask: () => rows({ status: 'delivered' }), expected: limit },
    { name: 'rows halfway down', ask: () => rows({ after }), expected: limit },
    { name: 'one customer’s', ask: () => rows({ customerId: 'customer-7' }), expected: limit },
    {
      name: 'how many of each status',
      ask: async () => Object.values(await countOrders(pool)).reduce((sum, count) => sum + count, 0),
      expected: orders,
    },
  ]
  const checked = asked.map(({ name, ask, expected }) => async () => {
    const found = await ask()
    if (found !== expected) throw new Error(`${name}: ${found} instead of ${expected}`)
  })
  const timed = await takeTurns(checked, { warmUps, rounds })
  printTable(
    ['board', 'p50 ms', 'p95 ms', 'p99 ms', 'worst ms'],
    timed.map(({ sorted }, nth) => [
      asked[nth]?.name ?? '',
      ...[50, 95, 99, 100].map((percent) => figure(percentile(sorted, percent))),
    ]),
  )
}
