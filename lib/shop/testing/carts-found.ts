import type { Pool } from 'pg'
import { type CartSearch, searchCarts } from '../cart/server/search/search-carts'
import type { CartPage } from '../cart/wire/cart-list'
import { parseCartQuery } from '../cart/wire/search/parse'

/** The carts that a typed query finds. Throws when it can't be read, or asks for too much. */
export const cartsFound = async (
  pool: Pool,
  typed = '',
  page: Partial<CartSearch> = {},
): Promise<CartPage> => {
  const parsed = parseCartQuery(typed)
  if (parsed.type === 'invalid') throw new Error(`${parsed.message} at ${parsed.at} of ${typed}`)
  const found = await searchCarts(pool, { query: parsed.query, limit: 10, ...page })
  if (found.type === 'tooBroad') throw new Error(`Too broad: ${typed}`)
  return found
}
