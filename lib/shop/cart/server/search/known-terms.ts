import type { Sql } from '../../../../kit/server/postgres/sql'

/** Those of the terms that any cart has. */
export const knownTerms = async (sql: Sql, terms: readonly string[]): Promise<string[]> => {
  const { rows } = await sql.query<{ asked: string }>(
    `SELECT asked FROM unnest($1::text[]) AS asked
     WHERE EXISTS (SELECT FROM cart_terms WHERE term = asked COLLATE "C")`,
    [terms],
  )
  return rows.map(({ asked }) => asked)
}
