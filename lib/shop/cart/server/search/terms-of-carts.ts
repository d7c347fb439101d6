import type { Sql } from '../../../../kit/server/postgres/sql'

/** Which of the terms each of the carts has, by the positions they were created at. */
export const termsOfCarts = async (
  sql: Sql,
  positions: readonly number[],
  terms: readonly string[],
): Promise<ReadonlyMap<number, readonly string[]>> => {
  const { rows } = await sql.query<{ position: string; terms: string[] }>(
    `SELECT created_position AS position, array_agg(term ORDER BY term) AS terms FROM cart_terms
     WHERE term = ANY($1) AND created_position = ANY($2) GROUP BY created_position`,
    [terms, positions],
  )
  return new Map(rows.map((row) => [Number(row.position), row.terms]))
}
