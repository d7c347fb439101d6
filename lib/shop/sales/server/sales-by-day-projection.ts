import type { Projection } from '../../../kit/server/projections/projection'
import { addTo, writeRows } from '../../../kit/server/projections/write-rows'
import { createCartStates } from '../../cart/server/cart-states'
import { itemCount } from '../../cart/state'

/** `sales_by_day`: what was checked out on each day (UTC), in each currency. */
export const salesByDayProjection: Projection = {
  name: 'sales_by_day',
  tables: ['sales_by_day'],
  filter: { streamTypes: ['cart'] },
  begin: (streams) => {
    const follow = createCartStates(streams)
    return async (events) => {
      const rows = new Map<string, SalesDay>()
      for (const { event, after } of await follow(events)) {
        if (event.type !== 'CartCheckedOut') continue
        const { amount, currency } = event.data.totalAmount
        const sales = salesOf(rows, event.occurredAt.slice(0, 10), currency)
        sales.orders++
        sales.items += itemCount(after)
        sales.revenue += amount
      }
      return writeRows(target, rows)
    }
  },
}

interface SalesDay {
  readonly day: string
  readonly currency: string
  orders: number
  items: number
  revenue: number
}

const target = {
  table: 'sales_by_day',
  key: 'day, currency',
  onConflict: addTo('orders', 'items', 'revenue'),
}

const salesOf = (rows: Map<string, SalesDay>, day: string, currency: string): SalesDay => {
  const key = `${day} ${currency}`
  const sales = rows.get(key) ?? { day, currency, orders: 0, items: 0, revenue: 0 }
  rows.set(key, sales)
  return sales
}
