import type { Sql } from '../../../kit/server/postgres/sql'
import type { StaffProduct } from '../wire/api-catalogue'
import { listingOf, type ProductRow } from './product-row'

export interface StaffSearch {
  readonly q?: string | undefined
  readonly withdrawn?: 'yes' | 'no' | undefined
  /** The place in the catalogue to go on after. */
  readonly after?: number | undefined
  readonly limit: number
}

export interface StaffPage {
  readonly products: readonly StaffProduct[]
  /** Ask again with this as `after`; null when there are no more. */
  readonly next: number | null
}

interface Row extends ProductRow {
  readonly is_counted: boolean | null
  readonly on_hand: number | null
  readonly reserved: number | null
}

const select = `SELECT p.*, s.is_counted, s.on_hand, s.reserved FROM products p LEFT JOIN stock s USING (product_id)`

/** All products with what there is of each, in the order they came into the catalogue. */
export const listStaffProducts = async (
  sql: Sql,
  { q, withdrawn, after = 0, limit }: StaffSearch,
): Promise<StaffPage> => {
  const { rows } = await sql.query<Row>({
    name: 'list_staff_products',
    text: `${select} WHERE p.list_position > $1 AND ($2::boolean IS NULL OR p.is_withdrawn = $2)
             AND ($3::text IS NULL
                  OR position($3 IN lower(concat_ws(chr(10), p.name, p.product_id, p.category, p.product_group))) > 0)
           ORDER BY p.list_position LIMIT $4`,
    values: [after, withdrawn && withdrawn === 'yes', q?.toLowerCase(), limit + 1],
  })
  const page = rows.slice(0, limit)
  return {
    products: page.map(toProduct),
    next: rows.length > limit ? Number(page.at(-1)?.list_position ?? 0) : null,
  }
}

/** The product of an id; undefined where there is none. */
export const findStaffProduct = async (sql: Sql, productId: string): Promise<StaffProduct | undefined> => {
  const { rows } = await sql.query<Row>({
    name: 'find_staff_product',
    text: `${select} WHERE p.product_id = $1`,
    values: [productId],
  })
  return rows[0] && toProduct(rows[0])
}

const toProduct = (row: Row): StaffProduct => ({
  productId: row.product_id,
  ...listingOf(row),
  isWithdrawn: row.is_withdrawn,
  stock: stockOf(row),
})

const stockOf = ({ is_counted: isCounted, on_hand: onHand, reserved }: Row): StaffProduct['stock'] =>
  isCounted && onHand !== null && reserved !== null
    ? { onHand, reserved, available: onHand - reserved }
    : null
