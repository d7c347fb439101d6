import type { Sql } from '../postgres/sql'
import type { Held } from './sender'
import { followerOf } from './target'

/** What is known of a target between its connections. */
export interface KeptTarget {
  /** It was sent nothing up to here. */
  readonly began: number
  /** Undefined before it was sent anything, and where it keeps nothing. */
  readonly incarnation: string | undefined
  readonly sequence: number
  /** The lowest position of what was sent late, and the sequence of the last of it. */
  readonly late: { readonly position: number; readonly sequence: number } | undefined
  /** Where the log ends. */
  readonly head: number
}

interface Row {
  readonly began: string
  readonly incarnation: string | null
  readonly sequence: string
  readonly late_position: string | null
  readonly late_sequence: string
  readonly head: string
}

/** What is known of a target; nothing where nothing follows the log for it. */
export const keptTarget = async (sql: Sql, name: string): Promise<KeptTarget | undefined> => {
  await begin(sql, name)
  const { rows } = await sql.query<Row>(
    `SELECT t.began, t.incarnation, t.sequence, t.late_position, t.late_sequence, h.position AS head
     FROM relay_targets t, log_head h WHERE t.name = $1`,
    [name],
  )
  return rows.map((row) => ({
    began: Number(row.began),
    incarnation: row.incarnation ?? undefined,
    sequence: Number(row.sequence),
    late:
      row.late_position === null
        ? undefined
        : { position: Number(row.late_position), sequence: Number(row.late_sequence) },
    head: Number(row.head),
  }))[0]
}

/**
 * Keeps what a target has been sent. `lateAt` is the position of what was sent after what comes later in the log. Committed
 * without a flush: a crash that takes it back takes back the checkpoint that comes after it.
 */
export const keepHeld = async (
  sql: Sql,
  name: string,
  { incarnation, sequence }: Held,
  lateAt?: number,
): Promise<void> => {
  await sql.query({
    name: 'relay_keep_held',
    text: `WITH unhurried AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true)), kept AS (
             UPDATE relay_targets SET
               sequence = CASE WHEN incarnation = $2 THEN greatest(sequence, $3) ELSE $3 END,
               late_position = least(CASE WHEN incarnation = $2 THEN late_position END, $4),
               late_sequence = CASE WHEN $4::bigint IS NOT NULL THEN $3 WHEN incarnation = $2 THEN late_sequence ELSE 0 END,
               incarnation = $2
             WHERE name = $1
           )
           SELECT FROM unhurried`,
    values: [name, incarnation, sequence, lateAt ?? null],
  })
}

/** Keeps what a target has that lost some of what it was sent. */
export const keepAnew = async (sql: Sql, name: string, { incarnation, sequence }: Held): Promise<void> => {
  await sql.query(
    'UPDATE relay_targets SET incarnation = $2, sequence = $3, late_position = NULL, late_sequence = 0 WHERE name = $1',
    [name, incarnation, sequence],
  )
}

/** Keeps why a target is away or rests, and since when; null when it is well. */
export const keepTrouble = async (sql: Sql, name: string, trouble: string | null): Promise<void> => {
  await begin(sql, name)
  await sql.query(
    `UPDATE relay_targets SET trouble = $2, trouble_since = CASE WHEN $2::text IS NULL THEN NULL ELSE coalesce(trouble_since, now()) END
     WHERE name = $1`,
    [name, trouble],
  )
}

/** From now on it is known where a target began. */
const begin = (sql: Sql, name: string) =>
  sql.query(
    `INSERT INTO relay_targets (name, began) SELECT $1, min(position) FROM subscriptions WHERE name = $2 HAVING count(*) > 0
     ON CONFLICT (name) DO NOTHING`,
    [name, followerOf(name)],
  )
