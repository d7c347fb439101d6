import type { Sql } from '../postgres/sql'

/** How rows of a table that are there already take new ones in: an SQL `SET` list over `t` and `excluded`. */
interface Target {
  readonly table: string
  readonly key: string
  readonly onConflict: string
}

/**
 * Writes rows by their keys. They go in the order of the keys, so that two who write the same rows at once
 * wait for each other and never deadlock.
 */
export const writeRows = async (
  sql: Sql,
  { table, key, onConflict }: Target,
  rows: ReadonlyMap<string, object>,
): Promise<void> => {
  if (rows.size === 0) return
  const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  await sql.query(
    `INSERT INTO ${table} AS t SELECT * FROM jsonb_populate_recordset(null::${table}, $1)
     ON CONFLICT (${key}) DO UPDATE SET ${onConflict}`,
    [JSON.stringify(sorted)],
  )
}

/** The `SET` list that adds new figures to those that are there. */
export const addTo = (...columns: readonly string[]): string =>
  columns.map((column) => `${column} = t.${column} + excluded.${column}`).join(', ')
