import type { Sql } from '../../../kit/server/postgres/sql'
import type { DemandPage } from '../wire/insights'

interface Row {
  readonly product_id: string
  readonly name: string | null
  readonly added: string
  readonly removed: string
  readonly bought: string
  readonly abandoned: string
}

export interface DemandSearch {
  /** A product's id, to go on after it. */
  readonly after?: string | undefined
  readonly limit: number
}

/** What was asked for of each product that ever was in a cart, by the products' ids. */
export const listDemand = async (sql: Sql, { after = '', limit }: DemandSearch): Promise<DemandPage> => {
  const { rows } = await sql.query<Row>({
    name: 'list_demand',
    text: `SELECT d.*, p.name FROM product_demand d LEFT JOIN products p USING (product_id)
           WHERE d.product_id > $1 ORDER BY d.product_id LIMIT $2`,
    values: [after, limit + 1],
  })
  const page = rows.slice(0, limit)
  return {
    products: page.map(toDemand),
    next: rows.length > limit ? (page.at(-1)?.product_id ?? null) : null,
  }
}

const toDemand = (row: Row): DemandPage['products'][number] => {
  const [added, removed] = [Number(row.added), Number(row.removed)]
  const [bought, abandoned] = [Number(row.bought), Number(row.abandoned)]
  const inCarts = added - removed - bought - abandoned
  return { productId: row.product_id, name: row.name, added, removed, bought, abandoned, inCarts }
}
