import type { Sql } from '../postgres/sql'

/** How far subscriptions have come: for each name the lowest position of its partitions; none when it is unknown. */
export const checkpointsOf = async (sql: Sql, names: readonly string[]): Promise<Map<string, number>> => {
  const { rows } = await sql.query<{ name: string; position: string }>(
    'SELECT name, min(position) AS position FROM subscriptions WHERE name = ANY ($1) GROUP BY name',
    [names],
  )
  return new Map(rows.map(({ name, position }) => [name, Number(position)]))
}

/** How far a subscription has come: everything up to this position is handled; 0 when it hasn't begun. */
export const checkpointOf = async (sql: Sql, name: string): Promise<number> =>
  (await checkpointsOf(sql, [name])).get(name) ?? 0
