import type { RecordedEvent } from '../../events/recorded-event'
import type { StreamName } from '../../events/stream-name'
import type { Sql } from '../postgres/sql'
import { eventColumns, type StoredEventRow, toStoredEvent } from './event-row'
import type { ReadStream } from './event-store'

const lastVersion = 2 ** 31 - 1

export const readStream = async (
  sql: Sql,
  stream: StreamName,
  { from = 1, to = lastVersion, limit = 1000, direction = 'forwards' }: ReadStream,
): Promise<RecordedEvent[]> => {
  const { rows } = await sql.query<StoredEventRow>({
    name: `read_stream_${direction}`,
    text: `SELECT ${eventColumns} FROM events
           WHERE stream_type = $1 AND stream_id = $2 AND version >= $3 AND version <= $4
           ORDER BY version ${direction === 'forwards' ? 'ASC' : 'DESC'} LIMIT $5`,
    values: [stream.type, stream.id, from, to, limit],
  })
  return rows.map(toStoredEvent)
}

export const headVersion = async (sql: Sql, stream: StreamName): Promise<number> => {
  const { rows } = await sql.query<{ head: number }>({
    name: 'head_version',
    text: 'SELECT coalesce(max(version), 0) AS head FROM events WHERE stream_type = $1 AND stream_id = $2',
    values: [stream.type, stream.id],
  })
  return rows[0]?.head ?? 0
}
