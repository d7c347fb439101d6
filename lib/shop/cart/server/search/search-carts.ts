import { DatabaseError, type Pool } from 'pg'
import { inTransaction } from '../../../../kit/server/postgres/in-transaction'
import type { Sql } from '../../../../kit/server/postgres/sql'
import type { CartPage } from '../../wire/cart-list'
import type { CartQuery } from '../../wire/search/query'
import type { MeantClause } from './condition-sql'
import { lookUp } from './look-up'
import { matchesOf } from './matches'
import { selectCarts } from './select-carts'

export interface CartSearch {
  /** All carts when left out. */
  readonly query?: CartQuery
  readonly limit: number
  /** Position of a cart's creation, to go on with older ones. */
  readonly before?: number | undefined
}

/** A page of carts; or the search would take too long, and one has to ask for less. */
export type CartsFound = ({ readonly type: 'found' } & CartPage) | { readonly type: 'tooBroad' }

const patienceMs = 3_000
/** For hashes of some millions of carts. */
const memory = '64MB'
const canceled = '57014'

/** The carts of which all clauses of a query hold, newest first, from the read models. */
export const searchCarts = async (pool: Pool, search: CartSearch): Promise<CartsFound> => {
  try {
    return await inTransaction(pool, async (sql) => {
      // To compile a query, or to share it out, takes longer than any of these do.
      await sql.query(
        `SET TRANSACTION READ ONLY; SET LOCAL statement_timeout TO ${patienceMs};
         SET LOCAL work_mem TO '${memory}'; SET LOCAL jit TO off; SET LOCAL max_parallel_workers_per_gather TO 0`,
      )
      return searchIn(sql, search)
    })
  } catch (error) {
    if (error instanceof DatabaseError && error.code === canceled) return { type: 'tooBroad' }
    throw error
  }
}

const searchIn = async (sql: Sql, { query = [], before, limit }: CartSearch): Promise<CartsFound> => {
  // 1. what the words mean here
  const clauses: MeantClause[] = []
  for (const clause of query) {
    clauses.push({ ...clause, meaning: await lookUp(sql, clause.condition) })
  }
  // 2. a page of carts, and one more to know whether it goes on
  const selected = await selectCarts(sql, { clauses, before, limit: limit + 1 })
  const page = selected.slice(0, limit)
  // 3. what they were found by
  const matches = await matchesOf(sql, clauses, page)
  return {
    type: 'found',
    carts: page.map((found) => ({ ...found.cart, matches: matches(found) })),
    next: selected.length > limit ? (page.at(-1)?.position ?? null) : null,
  }
}
