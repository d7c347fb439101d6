import type { StreamName } from '../../events/stream-name'
import type { Sql } from '../postgres/sql'

/** What ends streams of a type: nothing comes after it. */
export interface Endings {
  readonly streamType: string
  /** The events' types, as they stand in the log. */
  readonly types: readonly string[]
}

export interface ClosedStream {
  readonly stream: StreamName
  readonly events: number
}

const pageSize = 500

/** Of streams whose last event closed them and was recorded before a time, that event. */
const closing = `
  FROM events e
  WHERE e.stream_type = $1 AND e.type = ANY ($2) AND e.recorded_at < $3
    AND NOT EXISTS (SELECT FROM events later
                    WHERE later.stream_type = $1 AND later.stream_id = e.stream_id AND later.version > e.version)`

const closingBefore = ({ streamType, types }: Endings, before: Date): unknown[] => [streamType, types, before]

/** Streams that were closed before the time, those closed first come first. */
export async function* closedStreams(
  sql: Sql,
  endings: Endings,
  before: Date,
): AsyncGenerator<ClosedStream, void, undefined> {
  let after = '0'
  for (;;) {
    const { rows } = await sql.query<{ stream_id: string; version: number; position: string }>(
      `SELECT e.stream_id, e.version, e.position ${closing} AND e.position > $4 ORDER BY e.position LIMIT $5`,
      [...closingBefore(endings, before), after, pageSize],
    )
    for (const { stream_id: id, version } of rows)
      yield { stream: { type: endings.streamType, id }, events: version }
    const last = rows.at(-1)
    if (!last) return
    after = last.position
  }
}

export const countClosed = async (
  sql: Sql,
  endings: Endings,
  before: Date,
): Promise<{ readonly streams: number; readonly events: number }> => {
  const { rows } = await sql.query<{ streams: number; events: number }>(
    `SELECT count(*)::int AS streams, coalesce(sum(e.version), 0)::int AS events ${closing}`,
    closingBefore(endings, before),
  )
  return rows[0] ?? { streams: 0, events: 0 }
}
