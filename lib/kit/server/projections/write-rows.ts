import type { Write } from '../postgres/write'

/** How rows of a table that are there already take new ones in: an SQL `SET` list over `t` and `excluded`. */
interface Target {
  readonly table: string
  readonly key: string
  readonly onConflict: string
}

/**
 * Writes rows by their keys; nothing where there are none. They go in the order of the keys, so that two who write the
 * same rows at once wait for each other and never deadlock.
 */
export const writeRows = (
  { table, key, onConflict }: Target,
  rows: ReadonlyMap<string, object>,
): readonly Write[] => {
  if (rows.size === 0) return []
  const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  return [
    (value) =>
      `INSERT INTO ${table} AS t SELECT * FROM jsonb_populate_recordset(null::${table}, ${value(JSON.stringify(sorted))})
       ON CONFLICT (${key}) DO UPDATE SET ${onConflict}`,
  ]
}

/** The `SET` list that adds new figures to those that are there. */
export const addTo = (...columns: readonly string[]): string =>
  columns.map((column) => `${column} = t.${column} + excluded.${column}`).join(', ')
