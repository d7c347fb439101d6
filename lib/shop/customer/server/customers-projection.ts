import type { Write } from '../../../kit/server/postgres/write'
import type { Projection } from '../../../kit/server/projections/projection'
import { addTo, writeRows } from '../../../kit/server/projections/write-rows'
import { type CartChange, createCartStates } from '../../cart/server/cart-states'
import type { CartStatus } from '../../cart/state'

/** `customers` and `customer_spend`: each customer's carts, and what was spent in each currency. */
export const customersProjection: Projection = {
  name: 'customers',
  tables: ['customers', 'customer_spend'],
  filter: { streamTypes: ['cart'] },
  begin: (streams) => {
    const follow = createCartStates(streams)
    return async (events) => {
      const steps = await follow(events)
      return [...writeCustomers(steps), ...writeSpend(steps)]
    }
  },
}

const columnOf: Record<CartStatus, 'none' | 'active' | 'checked_out' | 'abandoned'> = {
  none: 'none',
  active: 'active',
  checkedOut: 'checked_out',
  abandoned: 'abandoned',
}

/** What events add to a customer's row: `carts` grows as a cart leaves the status `none`. */
const newCustomer = (customerId: string, at: string) => ({
  customer_id: customerId,
  none: 0,
  active: 0,
  checked_out: 0,
  abandoned: 0,
  first_seen_at: at,
  last_seen_at: at,
})

const writeCustomers = (steps: readonly CartChange[]): readonly Write[] => {
  const rows = new Map<string, ReturnType<typeof newCustomer>>()
  for (const { event, before, after } of steps) {
    const row = rows.get(after.customerId) ?? newCustomer(after.customerId, event.occurredAt)
    rows.set(after.customerId, row)
    row[columnOf[before.status]]--
    row[columnOf[after.status]]++
    if (event.occurredAt < row.first_seen_at) row.first_seen_at = event.occurredAt
    if (event.occurredAt > row.last_seen_at) row.last_seen_at = event.occurredAt
  }
  return writeRows(
    customers,
    new Map([...rows].map(([id, { none, ...row }]) => [id, { ...row, carts: -none }])),
  )
}

const customers = {
  table: 'customers',
  key: 'customer_id',
  onConflict: `${addTo('carts', 'active', 'checked_out', 'abandoned')},
    first_seen_at = least(t.first_seen_at, excluded.first_seen_at),
    last_seen_at = greatest(t.last_seen_at, excluded.last_seen_at)`,
}

const writeSpend = (steps: readonly CartChange[]): readonly Write[] => {
  const rows = new Map<string, { customer_id: string; currency: string; orders: number; amount: number }>()
  for (const { event, after } of steps) {
    if (event.type !== 'CartCheckedOut') continue
    const { amount, currency } = event.data.totalAmount
    const key = `${after.customerId} ${currency}`
    const row = rows.get(key) ?? { customer_id: after.customerId, currency, orders: 0, amount: 0 }
    rows.set(key, row)
    row.orders++
    row.amount += amount
  }
  return writeRows(spend, rows)
}

const spend = {
  table: 'customer_spend',
  key: 'customer_id, currency',
  onConflict: addTo('orders', 'amount'),
}
