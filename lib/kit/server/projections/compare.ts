import { escapeIdentifier, type Pool } from 'pg'
import type { Sql } from '../postgres/sql'
import { doWrites } from '../postgres/write'
import type { EventStore } from '../store/event-store'
import { applyRange } from './apply-range'
import { lockCheckpoint, type Reached, readCheckpoint } from './checkpoint'
import { liveSchema, type Projection } from './projection'
import { inScratch } from './scratch'

export interface CompareDependencies {
  readonly pool: Pool
  readonly store: EventStore
}

/** Rows that aren't what the log makes of them: how many, and some of them. */
export interface RowDifference {
  readonly table: string
  /** `missing` should be there, `wrong` should not. */
  readonly kind: 'missing' | 'wrong'
  readonly count: number
  readonly rows: readonly object[]
}

/**
 * How a projection differs from one that is built anew from the log, row by row; nothing when it is right. The live
 * projection waits at the end, while the rows are compared.
 */
export const compareWithRebuild = (
  { pool, store }: CompareDependencies,
  projection: Projection,
): Promise<readonly RowDifference[]> =>
  inScratch(pool, projection, async (scratch) => {
    const project = projection.begin(store)
    const build = async (from: readonly Reached[], to: readonly Reached[]) => {
      for (const [index, { partition, position }] of to.entries()) {
        const range = {
          filter: projection.filter,
          partition,
          after: from[index]?.position ?? 0,
          upTo: position,
        }
        await applyRange(store, range, async ({ events }) => doWrites(scratch, await project(events)))
      }
    }
    const before = await readCheckpoint(scratch, projection.name)
    await build([], before)
    const now = await lockCheckpoint(scratch, projection.name)
    const divided = (reached: readonly Reached[]) => reached[0]?.partition.of ?? now.length
    if (divided(before) !== divided(now)) throw new Error(`${projection.name} is divided otherwise now`)
    await build(before, now)

    const differences: RowDifference[] = []
    for (const table of projection.tables) {
      const [live, fresh] = [`${liveSchema}.${escapeIdentifier(table)}`, `pg_temp.${escapeIdentifier(table)}`]
      differences.push(
        { table, kind: 'missing', ...(await rowsOfOnly(scratch, fresh, live)) },
        { table, kind: 'wrong', ...(await rowsOfOnly(scratch, live, fresh)) },
      )
    }
    return differences.filter(({ count }) => count > 0)
  })

const shown = 5

const rowsOfOnly = async (
  sql: Sql,
  table: string,
  other: string,
): Promise<{ count: number; rows: object[] }> => {
  const { rows } = await sql.query<{ row: object; count: string }>(
    `SELECT to_jsonb(d) AS row, count(*) OVER () AS count
     FROM (SELECT * FROM ${table} EXCEPT SELECT * FROM ${other}) d LIMIT ${shown}`,
  )
  return { count: Number(rows[0]?.count ?? 0), rows: rows.map(({ row }) => row) }
}
