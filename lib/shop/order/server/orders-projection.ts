import type { Write } from '../../../kit/server/postgres/write'
import type { Projection } from '../../../kit/server/projections/projection'
import { createStreamStates, lastSteps, type StreamStep } from '../../../kit/server/projections/stream-states'
import { addTo, writeRows } from '../../../kit/server/projections/write-rows'
import { balanceOf } from '../balance'
import type { OrderEvent } from '../events'
import { currencyOf } from '../order-amounts-now'
import { type OrderState, unshipped } from '../state'
import { storedOrder } from '../wire/stored-order'

type OrderStep = StreamStep<OrderState, OrderEvent>

const maxBytes = 20_000_000

/** `orders` and `order_counts`: one row for each order, to list, and how many there are of each status. */
export const ordersProjection: Projection = {
  name: 'orders',
  tables: ['orders', 'order_counts'],
  filter: { streamTypes: ['order'] },
  begin: (streams) => {
    const follow = createStreamStates<OrderState, OrderEvent>(storedOrder, streams, maxBytes)
    return async (events) => {
      const steps = await follow(events)
      const rows = new Map([...lastSteps(steps)].map(([orderId, step]) => [orderId, rowOf(step)]))
      return [...writeRows(orders, rows), ...writeCounts(steps)]
    }
  },
}

const orders = {
  table: 'orders',
  key: 'order_id',
  onConflict: `status = excluded.status, item_count = excluded.item_count, unshipped = excluded.unshipped,
    total_amount = excluded.total_amount, outstanding = excluded.outstanding, version = excluded.version,
    updated_at = excluded.updated_at`,
}

const rowOf = ({ event, after, opened }: OrderStep): object => ({
  order_id: after.id,
  number: after.number,
  customer_id: after.customerId,
  status: after.status,
  item_count: after.lines.reduce((sum, { quantity, cancelled }) => sum + quantity - cancelled, 0),
  unshipped: after.status === 'cancelled' ? 0 : after.lines.reduce((sum, line) => sum + unshipped(line), 0),
  total_amount: after.amounts.total.amount,
  outstanding: balanceOf(after).outstanding.amount,
  currency: currencyOf(after),
  version: after.version,
  placed_position: opened.position,
  placed_at: opened.at,
  updated_at: event.occurredAt,
})

const writeCounts = (steps: readonly OrderStep[]): readonly Write[] => {
  const counts = new Map<string, number>()
  const count = (status: string, by: number) => counts.set(status, (counts.get(status) ?? 0) + by)
  for (const { before, after } of steps) {
    if (before.status === after.status) continue
    if (before.status !== 'none') count(before.status, -1)
    count(after.status, 1)
  }
  return writeRows(
    { table: 'order_counts', key: 'status', onConflict: addTo('orders') },
    new Map([...counts].map(([status, orders]) => [status, { status, orders }])),
  )
}
