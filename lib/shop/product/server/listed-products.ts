import type { Sql } from '../../../kit/server/postgres/sql'
import { listingOf, type ProductRow } from './product-row'
import type { Listed } from './shelves'

export interface ListedProducts {
  readonly listed: readonly Listed[]
  /** What was listed up to this position of the log is in it. */
  readonly position: number
}

/** The read model `products` with its checkpoint, both of one moment. */
export const loadListed = async (sql: Sql): Promise<ListedProducts> => {
  const { rows } = await sql.query<{ position: string | null; products: readonly ProductRow[] | null }>(
    `SELECT (SELECT min(position) FROM subscriptions WHERE name = 'products') AS position,
            (SELECT json_agg(p ORDER BY list_position) FROM products p) AS products`,
  )
  const position = Number(rows[0]?.position ?? 0)
  const listed = (rows[0]?.products ?? []).map((row) => ({ ...toListed(row), position }))
  return { listed, position }
}

const toListed = (row: ProductRow): Omit<Listed, 'position'> => ({
  productId: row.product_id,
  listing: { group: undefined, ...listingOf(row) },
  isWithdrawn: row.is_withdrawn,
  listPosition: Number(row.list_position),
})
