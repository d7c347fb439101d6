import type { Projection } from '../../../kit/server/projections/projection'
import { lastSteps } from '../../../kit/server/projections/stream-states'
import { writeRows } from '../../../kit/server/projections/write-rows'
import { cartTotal, itemCount } from '../state'
import { type CartChange, createCartStates } from './cart-states'

/** `carts`: one row for each cart, to list and to find. */
export const cartsProjection: Projection = {
  name: 'carts',
  tables: ['carts'],
  filter: { streamTypes: ['cart'] },
  begin: (streams) => {
    const follow = createCartStates(streams)
    return async (events) => {
      const latest = lastSteps(await follow(events))
      return writeRows(target, new Map([...latest].map(([cartId, step]) => [cartId, rowOf(step)])))
    }
  },
}

const target = {
  table: 'carts',
  key: 'cart_id',
  onConflict: `customer_id = excluded.customer_id, status = excluded.status, item_count = excluded.item_count,
    total_amount = excluded.total_amount, currency = excluded.currency, version = excluded.version,
    updated_at = excluded.updated_at, closed_at = excluded.closed_at`,
}

const rowOf = ({ event, after, opened }: CartChange): object => {
  const total = cartTotal(after)
  return {
    cart_id: after.id,
    customer_id: after.customerId,
    status: after.status,
    item_count: itemCount(after),
    total_amount: total.amount,
    currency: total.currency,
    version: after.version,
    created_position: opened.position,
    created_at: opened.at,
    updated_at: event.occurredAt,
    closed_at: after.status === 'active' ? null : event.occurredAt,
  }
}
