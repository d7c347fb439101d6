import type { RecordedEvent } from '../../protocol/recorded-event'
import { type EventRow, eventColumns, toStoredEvent } from './event-row'
import type { Sql } from './sql'

export const readEvent = async (sql: Sql, eventId: string): Promise<RecordedEvent | undefined> => {
  const { rows } = await sql.query<EventRow>({
    name: 'read_event',
    text: `SELECT ${eventColumns} FROM events WHERE event_id = $1`,
    values: [eventId],
  })
  return rows.map(toStoredEvent)[0]
}
