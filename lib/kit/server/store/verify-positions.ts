import type { StreamName } from '../../events/stream-name'
import type { Sql } from '../postgres/sql'

/** What is wrong with the log's positions. */
export type BrokenPositions =
  /** From the position on, so many events are gone that were not archived. */
  | { readonly type: 'Missing'; readonly position: number; readonly count: number }
  /** The event stands after the log's end. */
  | { readonly type: 'AfterHead'; readonly position: number; readonly head: number }
  /** The stream stands in cold storage, and in the log as well. */
  | { readonly type: 'ArchivedToo'; readonly position: number; readonly stream: StreamName }

interface Counts {
  readonly head: string
  readonly newest: string
  readonly events: string
  readonly known_gaps: string
  readonly archived: string
}

/** Checks that each position up to the log's head has its event, or is known to have none. */
export const verifyPositions = async (sql: Sql): Promise<BrokenPositions | undefined> => {
  const { rows } = await sql.query<Counts>(
    `SELECT head.position AS head, log.newest, log.events, gaps.known_gaps, cold.archived
     FROM (SELECT coalesce(max(position), 0) AS position FROM log_head) AS head,
          (SELECT coalesce(max(position), 0) AS newest, count(*) AS events FROM events) AS log,
          (SELECT coalesce(sum(last_position - first_position + 1), 0) AS known_gaps FROM log_gaps) AS gaps,
          (SELECT coalesce(sum(version), 0) AS archived FROM archived_streams) AS cold`,
  )
  const counts = rows[0] as Counts
  const head = Number(counts.head)
  if (Number(counts.newest) > head) return { type: 'AfterHead', position: Number(counts.newest), head }
  const twice = await findArchivedToo(sql)
  if (twice) return twice
  const missing = head - Number(counts.events) - Number(counts.known_gaps) - Number(counts.archived)
  return missing === 0 ? undefined : { type: 'Missing', position: await firstGap(sql), count: missing }
}

const findArchivedToo = async (sql: Sql): Promise<BrokenPositions | undefined> => {
  const { rows } = await sql.query<{ position: string; type: string; id: string }>(
    `SELECT e.position, e.stream_type AS type, e.stream_id AS id
     FROM archived_streams JOIN events e USING (stream_type, stream_id) ORDER BY e.position LIMIT 1`,
  )
  const [found] = rows
  if (!found) return undefined
  const { position, ...stream } = found
  return { type: 'ArchivedToo', position: Number(position), stream }
}

/** One that no archived stream may account for, where there is one. */
const firstGap = async (sql: Sql): Promise<number> => {
  const { rows } = await sql.query<{ first: string }>(
    `SELECT first FROM (
       SELECT previous + 1 AS first, position - 1 AS last
       FROM (SELECT position, lag(position, 1, 0::bigint) OVER (ORDER BY position) AS previous
             FROM (SELECT position FROM events UNION ALL SELECT position + 1 FROM log_head) AS places) AS steps
       WHERE position > previous + 1
     ) AS gaps
     LEFT JOIN log_gaps known ON known.first_position = gaps.first AND known.last_position = gaps.last
     WHERE known.first_position IS NULL
     ORDER BY EXISTS (SELECT FROM archived_streams s WHERE gaps.first BETWEEN s.first_position AND s.last_position),
              first
     LIMIT 1`,
  )
  return Number(rows[0]?.first ?? 0)
}
