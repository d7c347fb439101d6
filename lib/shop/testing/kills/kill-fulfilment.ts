import { fileURLToPath } from 'node:url'
import { groupBy } from '../../../kit/kernel/group-by'
import type { EventStore } from '../../../kit/server/store/event-store'
import { iterateAll } from '../../../kit/server/store/iterate'
import { testMasterKey } from '../../../kit/testing/codec'
import { type KillOptions, type KillVerdict, killAgain } from '../../../kit/testing/kills/kill-again'
import type { OrderEvent } from '../../order/events'
import type { OrderState } from '../../order/state'
import { storedOrder } from '../../order/wire/stored-order'
import type { TestPayment } from '../../payment/test-payment'
import { shopEvents } from '../../wire/events/shop-events'
import { startStripeStandIn } from '../payment/stripe-stand-in'
import type { FulfilmentAppOptions } from './fulfilment-app'

const program = fileURLToPath(new URL('./fulfilment-app.ts', import.meta.url))

/** Kills an app at random moments while orders are paid, shipped and cancelled, lets the last one come to the end, and asks the provider what was charged. */
export const killFulfilment = async ({
  kills,
  dice,
  onKill,
  ...database
}: Omit<KillOptions, 'masterKey'>): Promise<KillVerdict> => {
  const outside = await startStripeStandIn()
  try {
    const { orders, isOver, refused } = await killAgain<FulfilmentAppOptions, Found>({
      program,
      app: {
        ...database,
        masterKey: testMasterKey.toString('base64'),
        stripePort: outside.where.port,
        writers: 4,
      },
      registry: shopEvents,
      kills,
      dice,
      longestLifeMs: 1_500,
      patienceMs: 90_000,
      onKill: (nth) => onKill?.(nth, outside.payments().length),
      read,
      isOver: ({ orders, isOver }) => orders.every(isOver),
    })
    const charged = groupBy(outside.payments(), ({ orderId }) => orderId)
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
    outside.close()
  }
}

interface Found {
  readonly orders: readonly OrderState[]
  readonly isOver: (order: OrderState) => boolean
  /** Orders whose refunds were refused. */
  readonly refused: readonly string[]
}

const read = async (store: EventStore): Promise<Found> => {
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
