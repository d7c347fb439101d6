import type { RecordedEvent } from '../../events/recorded-event'
import type { Sql } from '../postgres/sql'
import { eventColumns, type StoredEventRow, toStoredEvent } from './event-row'
import { IndexBehind, mostUnindexed } from './index-behind'
import { type IndexState, readIndexState } from './index-state'

/** The event of an id, by the index beside the log and through what that doesn't have yet. @throws IndexBehind */
export const readEvent = async (sql: Sql, eventId: string): Promise<RecordedEvent | undefined> => {
  const index = await readIndexState(sql)
  const { rows } = await sql.query<StoredEventRow>(index ? lookUp(eventId, index) : byColumn(eventId))
  const [row] = rows
  if (row) return toStoredEvent(row)
  if (index && index.head - index.position > mostUnindexed) throw new IndexBehind()
  return undefined
}

/** While the index is filled, `events` has one of its own. */
const byColumn = (eventId: string) => ({
  name: 'read_event',
  text: `SELECT ${eventColumns} FROM events WHERE event_id = $1`,
  values: [eventId],
})

const lookUp = (eventId: string, { position }: IndexState) => ({
  name: 'look_up_event',
  text: `(SELECT ${eventColumns} FROM events
          WHERE position = (SELECT i.position FROM event_ids i WHERE i.event_id = $1) AND event_id = $1)
         UNION ALL
         (SELECT ${eventColumns} FROM events WHERE position > $2 AND position <= $3 AND event_id = $1)
         LIMIT 1`,
  values: [eventId, position, position + mostUnindexed],
})
