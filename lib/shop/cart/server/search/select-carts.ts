import { createParameters } from '../../../../kit/server/postgres/parameters'
import type { Sql } from '../../../../kit/server/postgres/sql'
import type { CartListItem } from '../../wire/cart-list'
import { clauseSql, type MeantClause } from './condition-sql'

export interface CartSelection {
  readonly clauses: readonly MeantClause[]
  /** Only carts created before this position. */
  readonly before: number | undefined
  readonly limit: number
}

/** A cart, and the position it was created at. */
export interface SelectedCart {
  readonly position: number
  readonly cart: Omit<CartListItem, 'matches'>
}

interface Row {
  readonly cart_id: string
  readonly customer_id: string
  readonly status: CartListItem['status']
  readonly item_count: string
  readonly total_amount: string
  readonly currency: string
  readonly version: number
  readonly created_position: string
  readonly created_at: Date
  readonly updated_at: Date
  readonly closed_at: Date | null
}

/** The newest carts of which all clauses hold. */
export const selectCarts = async (
  sql: Sql,
  { clauses, before, limit }: CartSelection,
): Promise<SelectedCart[]> => {
  const { values, value } = createParameters()
  const conditions = [
    ...(before === undefined ? [] : [`c.created_position < ${value(before)}`]),
    ...clauses.map((clause) => `(${clauseSql(clause, value)})`),
  ]
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''
  const { rows } = await sql.query<Row>(
    `SELECT c.* FROM carts c ${where} ORDER BY c.created_position DESC LIMIT ${value(limit)}`,
    values,
  )
  return rows.map((row) => ({ position: Number(row.created_position), cart: toCart(row) }))
}

const toCart = (row: Row): SelectedCart['cart'] => ({
  cartId: row.cart_id,
  customerId: row.customer_id,
  status: row.status,
  itemCount: Number(row.item_count),
  total: { amount: Number(row.total_amount), currency: row.currency },
  version: row.version,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
  closedAt: row.closed_at?.toISOString() ?? null,
})
