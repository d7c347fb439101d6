import type { Sql } from '../../../kit/server/postgres/sql'
import { type OrderCounts, orderCounts, orderStatuses } from '../wire/order-list'

/** How many orders there are of each status. */
export const countOrders = async (sql: Sql): Promise<OrderCounts> => {
  const { rows } = await sql.query<{ status: string; orders: string }>({
    name: 'count_orders',
    text: 'SELECT status, orders FROM order_counts',
  })
  const counts = new Map(rows.map(({ status, orders }) => [status, Number(orders)]))
  return orderCounts.parse(
    Object.fromEntries(orderStatuses.map((status) => [status, counts.get(status) ?? 0])),
  )
}
