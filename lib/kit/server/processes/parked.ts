import type { Sql } from '../postgres/sql'
import { checkLimit, checkPosition } from '../store/check-read'
import { commandQueue, effectQueue, inputQueue, timerQueue } from './queues'

/** What a process could not do: take an input, or something that it asked for. */
export interface ParkedOfProcess {
  /** Of the input, or of the event that asked. */
  readonly position: number
  readonly instance: string
  readonly what: 'input' | 'timer' | 'command' | 'effect'
  readonly attempts: number
  readonly error: string
  readonly parkedAt: Date
}

/** The parked work of a process: its own queue, and what its instances put into those that all processes share. */
const isOfProcess = `parked_at IS NOT NULL AND (queue = $1 OR
  (queue = ANY (ARRAY[$2, $3]) OR starts_with(queue, $4)) AND starts_with(key, $5))`

const valuesOf = (streamType: string): unknown[] => [
  inputQueue({ streamType }),
  timerQueue,
  commandQueue,
  effectQueue(''),
  `${streamType}/`,
]

export interface ParkedPage {
  readonly after?: number | undefined
  readonly limit: number
}

/** What a process could not do and has been given up on, by position. */
export const listParkedOf = async (
  sql: Sql,
  streamType: string,
  { after = 0, limit }: ParkedPage,
): Promise<ParkedOfProcess[]> => {
  checkPosition(after)
  checkLimit(limit)
  const { rows } = await sql.query<ParkedOfProcess>(
    `SELECT position, CASE WHEN queue = $1 THEN key ELSE substr(key, length($5) + 1) END AS instance,
       CASE queue WHEN $1 THEN 'input' WHEN $2 THEN 'timer' WHEN $3 THEN 'command' ELSE 'effect' END AS what,
       attempts, error, parked_at AS "parkedAt"
     FROM waiting_work WHERE ${isOfProcess} AND position > $6 ORDER BY position LIMIT $7`,
    [...valuesOf(streamType), after, limit],
  )
  return rows.map((row) => ({ ...row, position: Number(row.position) }))
}

/** Lets what a process could not do be tried again within a second: what stands at a position, or all of it. How many. */
export const retryParkedOf = async (sql: Sql, streamType: string, position?: number): Promise<number> => {
  const { rowCount } = await sql.query(
    `UPDATE waiting_work SET parked_at = NULL, attempts = 0, due_at = now()
     WHERE ${isOfProcess} AND ($6::bigint IS NULL OR position = $6)`,
    [...valuesOf(streamType), position ?? null],
  )
  return rowCount ?? 0
}

/** How many of each process are parked, and how many inputs wait, parked ones and those behind them. */
export const countsOf = async (
  sql: Sql,
  streamType: string,
): Promise<{ readonly parked: number; readonly waitingInputs: number }> => {
  const { rows } = await sql.query<{ parked: number; waitingInputs: number }>(
    `SELECT (SELECT count(*)::integer FROM waiting_work WHERE ${isOfProcess}) AS parked,
            (SELECT count(*)::integer FROM waiting_work WHERE queue = $1) AS "waitingInputs"`,
    valuesOf(streamType),
  )
  return rows[0] as { parked: number; waitingInputs: number }
}
