import type { RecordedEvent } from '../../protocol/recorded-event'
import { type EventRow, toRecordedEvent } from './event-row'
import type { ReadStream, StreamName } from './event-store'
import type { Sql } from './sql'

const lastVersion = 2 ** 31 - 1

export const readStream = async (
  sql: Sql,
  stream: StreamName,
  { from = 1, to = lastVersion, limit = 1000 }: ReadStream,
): Promise<RecordedEvent[]> => {
  const rows = await sql.$queryRaw<EventRow[]>`
    SELECT position, event_id, stream_type, stream_id, version, type, schema_version, data, metadata, occurred_at
    FROM events
    WHERE stream_type = ${stream.type} AND stream_id = ${stream.id}
      AND version >= ${from} AND version <= ${to}
    ORDER BY version LIMIT ${limit}`
  return rows.map(toRecordedEvent)
}
