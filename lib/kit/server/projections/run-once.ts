import { escapeIdentifier } from 'pg'
import { doWrites } from '../postgres/write'
import type { EventFilter } from '../store/event-store'
import { applyRange } from './apply-range'
import type { CompareDependencies } from './compare'
import type { Projection } from './projection'
import { inScratch } from './scratch'

export interface LogQuestion {
  /** Only events after this position. */
  readonly after: number
  /** Only events up to this position. */
  readonly upTo: number
  /** Narrows down what the projection asks for itself. */
  readonly filter?: EventFilter | undefined
  /** How many rows of each table are answered at most. */
  readonly limit: number
}

export interface TableRows {
  readonly table: string
  readonly rows: readonly Record<string, unknown>[]
  /** How many there are in all. */
  readonly total: number
}

/** What a projection makes of a part of the log, by the order of its keys. Leaves nothing behind. */
export const runOnce = (
  { pool, store }: CompareDependencies,
  projection: Projection,
  { after, upTo, filter, limit }: LogQuestion,
  signal?: AbortSignal,
): Promise<TableRows[]> =>
  inScratch(pool, projection, async (scratch) => {
    const project = projection.begin(store)
    const range = {
      filter: { ...projection.filter, ...filter },
      after,
      upTo: Math.min(upTo, await store.headPosition()),
    }
    await applyRange(store, range, async ({ events }) => doWrites(scratch, await project(events)), { signal })
    const answer: TableRows[] = []
    for (const table of projection.tables) {
      const { rows } = await scratch.query<{ row: Record<string, unknown>; total: string }>(
        `SELECT to_jsonb(t) AS row, count(*) OVER () AS total FROM pg_temp.${escapeIdentifier(table)} t
         ORDER BY t LIMIT $1`,
        [limit],
      )
      answer.push({ table, rows: rows.map(({ row }) => row), total: Number(rows[0]?.total ?? 0) })
    }
    return answer
  })
