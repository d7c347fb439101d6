import type { RecordedEvent } from '../../events/recorded-event'
import type { Sql } from '../postgres/sql'
import { eventColumns, type StoredEventRow, toStoredEvent } from './event-row'
import { IndexBehind, mostUnindexed } from './index-behind'
import type { IndexServes } from './index-serves'

/** The event of an id, by the index beside the log and through what that doesn't have yet. @throws IndexBehind */
export const readEvent = async (
  sql: Sql,
  serves: IndexServes,
  eventId: string,
): Promise<RecordedEvent | undefined> => {
  const query = (await serves()) ? lookUp : byColumn
  const { rows } = await sql.query<StoredEventRow & { readonly unlooked?: boolean }>({
    ...query,
    values: [eventId],
  })
  const [row] = rows
  if (row?.event_id) return toStoredEvent(row)
  if (row?.unlooked) throw new IndexBehind()
  return undefined
}

/** While the index is filled, `events` has one of its own. */
const byColumn = { name: 'read_event', text: `SELECT ${eventColumns} FROM events WHERE event_id = $1` }

/** One row, whether there is such an event or not. */
const lookUp = {
  name: 'look_up_event',
  text: `SELECT e.*, l.position - h.position > ${mostUnindexed} AS unlooked
         FROM log_head l, event_index_head h LEFT JOIN LATERAL (
           (SELECT ${eventColumns} FROM events
            WHERE position = (SELECT i.position FROM event_ids i WHERE i.event_id = $1) AND event_id = $1)
           UNION ALL
           (SELECT ${eventColumns} FROM events
            WHERE position > h.position AND position <= h.position + ${mostUnindexed} AND event_id = $1)
           LIMIT 1
         ) e ON true`,
}
