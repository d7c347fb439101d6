import type { Sql } from '../../../kit/server/postgres/sql'
import type { CustomerPage, CustomerSummary } from '../../sales/wire/insights'
import { type SpentRow, spentOf, toSpent } from './spent'

interface Row {
  readonly customer_id: string
  readonly carts: string
  readonly active: string
  readonly checked_out: string
  readonly abandoned: string
  readonly first_seen_at: Date
  readonly last_seen_at: Date
  readonly spent: SpentRow
}

export interface CustomerSearch {
  /** The beginning of a customer's id. */
  readonly q?: string | undefined
  /** A customer's id, to go on after it. */
  readonly after?: string | undefined
  readonly limit: number
}

/** The customers by their ids, with what they spent. */
export const listCustomers = async (
  sql: Sql,
  { q = '', after = '', limit }: CustomerSearch,
): Promise<CustomerPage> => {
  const { rows } = await sql.query<Row>({
    name: 'list_customers',
    text: `SELECT c.*, ${spentOf('c.customer_id')} FROM customers c
           WHERE c.customer_id > $1 AND starts_with(c.customer_id, $2) ORDER BY c.customer_id LIMIT $3`,
    values: [after, q, limit + 1],
  })
  const page = rows.slice(0, limit)
  return {
    customers: page.map(toSummary),
    next: rows.length > limit ? (page.at(-1)?.customer_id ?? null) : null,
  }
}

/** A customer, or a guest that has or had a cart; nothing when there is none of that id. */
export const findCustomer = async (sql: Sql, customerId: string): Promise<CustomerSummary | undefined> => {
  const { rows } = await sql.query<Row>({
    name: 'find_customer',
    text: `SELECT asked.id AS customer_id, coalesce(c.carts, 0) AS carts, coalesce(c.active, 0) AS active,
             coalesce(c.checked_out, 0) AS checked_out, coalesce(c.abandoned, 0) AS abandoned,
             coalesce(c.first_seen_at, p.opened_at) AS first_seen_at, coalesce(c.last_seen_at, p.opened_at) AS last_seen_at,
             ${spentOf('asked.id')}
           FROM (SELECT $1::text AS id) asked
           LEFT JOIN customers c ON c.customer_id = asked.id
           LEFT JOIN customer_profiles p ON p.customer_id = asked.id
           WHERE c.customer_id IS NOT NULL OR p.customer_id IS NOT NULL`,
    values: [customerId],
  })
  return rows.map(toSummary)[0]
}

const toSummary = (row: Row): CustomerSummary => ({
  customerId: row.customer_id,
  carts: Number(row.carts),
  active: Number(row.active),
  checkedOut: Number(row.checked_out),
  abandoned: Number(row.abandoned),
  spent: toSpent(row.spent),
  firstSeenAt: row.first_seen_at.toISOString(),
  lastSeenAt: row.last_seen_at.toISOString(),
})
