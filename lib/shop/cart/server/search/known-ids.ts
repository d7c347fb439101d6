import type { Sql } from '../../../../kit/server/postgres/sql'

/** Which ids begin like this. */
export interface KnownIds {
  readonly cart: boolean
  readonly customer: boolean
}

/** A pattern for `LIKE` that texts with this beginning match. */
export const beginningWith = (text: string): string => `${escapeLike(text)}%`

/** A pattern for `LIKE` that texts with this anywhere match. */
export const containing = (text: string): string => `%${escapeLike(text)}%`

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

/** Whether a cart's or a customer's id begins like this. */
export const knownIds = async (sql: Sql, beginning: string): Promise<KnownIds> => {
  const { rows } = await sql.query<KnownIds>(
    `SELECT EXISTS (SELECT FROM carts WHERE cart_id LIKE $1) AS cart,
            EXISTS (SELECT FROM carts WHERE customer_id LIKE $1) AS customer`,
    [beginningWith(beginning)],
  )
  return rows[0] ?? { cart: false, customer: false }
}
