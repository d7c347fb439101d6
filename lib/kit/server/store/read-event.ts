import type { RecordedEvent } from '../../events/recorded-event'
import type { Sql } from '../postgres/sql'
import { type EventRow, eventColumns, toStoredEvent } from './event-row'

export const readEvent = async (sql: Sql, eventId: string): Promise<RecordedEvent | undefined> => {
  const { rows } = await sql.query<EventRow>({
    name: 'read_event',
    text: `SELECT ${eventColumns} FROM events WHERE event_id = $1`,
    values: [eventId],
  })
  return rows.map(toStoredEvent)[0]
}
