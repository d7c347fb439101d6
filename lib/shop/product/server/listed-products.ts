import type { Sql } from '../../../kit/server/postgres/sql'
import type { Listed } from './shelves'

interface Row {
  readonly product_id: string
  readonly name: string
  readonly description: string
  readonly category: string
  readonly product_group: string | null
  readonly price_amount: number
  readonly currency: string
  readonly has_picture: boolean
  readonly is_withdrawn: boolean
  readonly list_position: string
}

export interface ListedProducts {
  readonly listed: readonly Listed[]
  /** What was listed up to this position of the log is in it. */
  readonly position: number
}

/** The read model `products` with its checkpoint, both of one moment. */
export const loadListed = async (sql: Sql): Promise<ListedProducts> => {
  const { rows } = await sql.query<{ position: string | null; products: readonly Row[] | null }>(
    `SELECT (SELECT min(position) FROM subscriptions WHERE name = 'products') AS position,
            (SELECT json_agg(p ORDER BY list_position) FROM products p) AS products`,
  )
  const position = Number(rows[0]?.position ?? 0)
  const listed = (rows[0]?.products ?? []).map((row) => ({ ...toListed(row), position }))
  return { listed, position }
}

const toListed = (row: Row): Omit<Listed, 'position'> => ({
  productId: row.product_id,
  listing: {
    name: row.name,
    description: row.description,
    category: row.category,
    group: row.product_group ?? undefined,
    unitPrice: { amount: row.price_amount, currency: row.currency },
    hasPicture: row.has_picture,
  },
  isWithdrawn: row.is_withdrawn,
  listPosition: Number(row.list_position),
})
