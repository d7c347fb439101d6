import type { Aggregates } from '../../../kit/server/aggregates/aggregates'
import { head } from '../../../kit/server/aggregates/moment'
import type { Sql } from '../../../kit/server/postgres/sql'
import { productTerm } from '../../cart/server/search/terms'
import { quantityOf } from '../../cart/state'
import { storedCart } from '../../cart/wire/stored-cart'

export interface OpenCarts {
  readonly carts: number
  readonly pieces: number
  /** There are older ones that were not looked into. */
  readonly isMore: boolean
}

const mostLookedInto = 200

/** How many open carts hold a product: the newest of those that ever did are looked into. */
export const openCartsWith = async (
  { sql, aggregates }: { readonly sql: Sql; readonly aggregates: Pick<Aggregates, 'at'> },
  productId: string,
): Promise<OpenCarts> => {
  const { rows } = await sql.query<{ cart_id: string }>({
    name: 'open_carts_with',
    text: `SELECT c.cart_id FROM cart_terms t JOIN carts c USING (created_position)
           WHERE t.term = $1 AND c.status = 'active' ORDER BY created_position DESC LIMIT $2`,
    values: [productTerm(productId), mostLookedInto + 1],
  })
  const looked = rows.slice(0, mostLookedInto)
  const quantities = await Promise.all(
    looked.map(async ({ cart_id: cartId }) => {
      const { state } = await aggregates.at(storedCart, cartId, head)
      return state.status === 'active' ? quantityOf(state, productId) : 0
    }),
  )
  return {
    carts: quantities.filter((quantity) => quantity > 0).length,
    pieces: quantities.reduce((sum, quantity) => sum + quantity, 0),
    isMore: rows.length > mostLookedInto,
  }
}
