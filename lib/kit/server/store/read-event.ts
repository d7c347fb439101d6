import type { RecordedEvent } from '../../events/recorded-event'
import type { Sql } from '../postgres/sql'
import { eventColumns, type StoredEventRow, toStoredEvent } from './event-row'

export const readEvent = async (sql: Sql, eventId: string): Promise<RecordedEvent | undefined> => {
  const { rows } = await sql.query<StoredEventRow>({
    name: 'read_event',
    text: `SELECT ${eventColumns} FROM events WHERE event_id = $1`,
    values: [eventId],
  })
  return rows.map(toStoredEvent)[0]
}
