import type { Sql } from '../../../kit/server/postgres/sql'
import type { ListedStatus, OrderListItem, OrderPage } from '../wire/order-list'

interface Row {
  readonly order_id: string
  readonly number: string
  readonly customer_id: string
  readonly status: ListedStatus
  readonly item_count: string
  readonly unshipped: string
  readonly total_amount: string
  readonly outstanding: string
  readonly currency: string
  readonly version: number
  readonly placed_position: string
  readonly placed_at: Date
  readonly updated_at: Date
}

export interface OrderSearch {
  readonly status?: ListedStatus | undefined
  /** Only this customer's. */
  readonly customerId?: string | undefined
  /** Only the order that people call by this number. */
  readonly number?: string | undefined
  /** A page's `next`: only those placed before it. */
  readonly after?: number | undefined
  readonly limit: number
}

/** Each is planned apart, by the columns it looks at: each has an index of its own. */
const columns = ['customer_id', 'number', 'status'] as const

/** The orders, those placed last first. */
export const listOrders = async (sql: Sql, search: OrderSearch): Promise<OrderPage> => {
  const { after, limit } = search
  const asked = { customer_id: search.customerId, number: search.number, status: search.status }
  const by = columns.filter((column) => asked[column] !== undefined)
  const { rows } = await sql.query<Row>({
    name: ['list_orders', ...by].join('_'),
    text: `SELECT * FROM orders
           WHERE placed_position < $1 ${by.map((column, at) => `AND ${column} = $${at + 3}`).join(' ')}
           ORDER BY placed_position DESC LIMIT $2`,
    values: [after ?? Number.MAX_SAFE_INTEGER, limit + 1, ...by.map((column) => asked[column])],
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    orders: page.map(toItem),
    next: rows.length > limit && last ? Number(last.placed_position) : null,
  }
}

const toItem = (row: Row): OrderListItem => {
  const { currency } = row
  return {
    orderId: row.order_id,
    number: row.number,
    customerId: row.customer_id,
    status: row.status,
    itemCount: Number(row.item_count),
    unshipped: Number(row.unshipped),
    total: { amount: Number(row.total_amount), currency },
    outstanding: { amount: Number(row.outstanding), currency },
    version: row.version,
    placedAt: row.placed_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}
