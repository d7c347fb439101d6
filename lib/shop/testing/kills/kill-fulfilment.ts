import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createPool } from '../../../kit/server/postgres/pool'
import { iterateAll } from '../../../kit/server/store/iterate'
import { createPostgresStore } from '../../../kit/server/store/postgres-store'
import { type App, startApp } from '../../../kit/testing/chaos/app-process'
import { testCodec, testMasterKey } from '../../../kit/testing/codec'
import { testAppConnection } from '../../../kit/testing/connections'
import type { KillOptions, KillVerdict } from '../../../kit/testing/kills/kill-processes'
import type { OrderEvent } from '../../order/events'
import type { OrderState } from '../../order/state'
import { storedOrder } from '../../order/wire/stored-order'
import type { TestPayment } from '../../payment/test-payment'
import { shopEvents } from '../../wire/events/shop-events'
import { startStripeStandIn } from '../payment/stripe-stand-in'
import type { FulfilmentAppOptions } from './fulfilment-app'

/** So long it is at work at most before it is killed. */
const longestLifeMs = 1_500
const program = fileURLToPath(new URL('./fulfilment-app.ts', import.meta.url))
const patienceMs = 90_000

/** Kills an app at random moments while orders are paid, shipped and cancelled, lets the last one come to the end, and asks the provider what was charged. */
export const killFulfilment = async ({
  kills,
  dice,
  onKill,
  ...database
}: Omit<KillOptions, 'masterKey'>): Promise<KillVerdict> => {
  const outside = await startStripeStandIn()
  const pool = createPool({ ...testAppConnection(database.databaseUrl), max: 4 }, () => undefined)
  const store = createPostgresStore(pool, testCodec(shopEvents, pool))
  const apps: App<'ready'>[] = []
  const start = async (writers: number): Promise<App<'ready'>> => {
    const masterKey = testMasterKey.toString('base64')
    const options = { ...database, masterKey, stripePort: outside.where.port, writers }
    const app = startApp<FulfilmentAppOptions, 'ready'>(program, options)
    apps.push(app)
    await app.signs('ready', 1)
    return app
  }

  const read = async () => {
    const orders = new Map<string, OrderState>()
    const resting = new Map<string, boolean>()
    const refused: string[] = []
    for await (const event of iterateAll(store, { filter: { streamTypes: ['order', 'fulfilment'] } })) {
      const { streamId: id, streamType, type } = event
      if (streamType === 'order') {
        const order = orders.get(id) ?? storedOrder.initial(id)
        orders.set(id, storedOrder.evolve(order, event as unknown as OrderEvent))
      } else {
        if (type === 'Rested') resting.set(id, true)
        else if (type === 'OrderMoved' || type === 'Woken') resting.set(id, false)
        if (type === 'RefundRefused') refused.push(id)
      }
    }
    const isOver = ({ id, shipments, status, payments }: OrderState) => {
      if (!resting.get(id)) return false
      // Whoever was killed before it was shipped or cancelled leaves it as it is.
      if (shipments.length === 0 && status !== 'cancelled') return status === 'confirmed'
      return payments.every(({ authorised, captured, released }) => authorised === captured + released)
    }
    return { orders: [...orders.values()], isOver, refused }
  }

  try {
    for (let nth = 1; nth <= kills; nth++) {
      const app = await start(4)
      await delay(dice() * longestLifeMs)
      await app.kill()
      onKill?.(nth, outside.payments().length)
    }
    await start(0)
    const deadline = performance.now() + patienceMs
    let found = await read()
    while (!found.orders.every(found.isOver) && performance.now() < deadline) {
      await delay(500)
      found = await read()
    }
    const { orders, isOver, refused } = found
    const charged = new Map<string, TestPayment[]>()
    for (const payment of outside.payments()) {
      charged.set(payment.orderId, [...(charged.get(payment.orderId) ?? []), payment])
    }
    const faults = [
      ...orders.filter((order) => !isOver(order)).map(({ id }) => `${id} never came to an end`),
      ...refused.map((id) => `A refund of ${id} was refused`),
      ...orders.flatMap((order) => faultsOf(order, charged.get(order.id) ?? [])),
      ...[...charged.keys()]
        .filter((id) => !orders.some((order) => order.id === id))
        .map((id) => `${id} was charged, and there is no such order`),
    ]
    return {
      begun: orders.length,
      ended: orders.filter(isOver).length,
      repeated: outside.repeated(),
      faults,
    }
  } finally {
    await Promise.all(apps.map((app) => app.kill()))
    await pool.end()
    outside.close()
  }
}

const total = (moved: readonly { readonly amount: number }[]) =>
  moved.reduce((sum, { amount }) => sum + amount, 0)

/** What the provider knows and the order doesn't, or the other way round. */
const faultsOf = (order: OrderState, payments: readonly TestPayment[]): readonly string[] => {
  const { id, status, shipments, amounts } = order
  if (payments.length !== 1) return [`${id} was authorised ${payments.length} times`]
  const captured = payments.reduce((sum, payment) => sum + total(payment.captures), 0)
  const refunded = payments.reduce((sum, payment) => sum + total(payment.refunds), 0)
  const told = order.payments.reduce((sum, payment) => sum + payment.captured, 0)
  const due = status === 'cancelled' ? 0 : shipments.length > 0 ? amounts.total.amount : 0
  return [
    ...(captured === told ? [] : [`${id} was charged ${captured}, and says ${told}`]),
    ...(captured - refunded === due ? [] : [`${id} comes to ${due}, and ${captured - refunded} was kept`]),
  ]
}
