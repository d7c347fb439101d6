import type { StreamName } from '../../events/stream-name'
import type { Sql } from '../postgres/sql'
import { eventColumns, type StoredEventRow, toStoredEvent } from '../store/event-row'
import type { StoredEntry } from '../store/matches'

/** All of a stream, as it stands in the log. */
export const entriesOfStream = async (sql: Sql, stream: StreamName): Promise<StoredEntry[]> => {
  const { rows } = await sql.query<StoredEventRow>({
    name: 'entries_of_stream',
    text: `SELECT ${eventColumns} FROM events
           WHERE stream_type = $1 AND stream_id = $2 ORDER BY version`,
    values: [stream.type, stream.id],
  })
  return rows.map((row) => ({ event: toStoredEvent(row), recordedAt: row.recorded_at.toISOString() }))
}
