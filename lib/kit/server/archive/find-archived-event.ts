import type { RecordedEvent } from '../../events/recorded-event'
import type { Sql } from '../postgres/sql'
import type { OpenArchived } from './open-archived'
import { type Tombstone, type TombstoneRow, tombstoneColumns, toTombstone } from './tombstone'

/** The archived event of an id, as stored. @throws ArchiveUnreadable */
export const findArchivedEvent = async (
  sql: Sql,
  open: OpenArchived,
  eventId: string,
): Promise<RecordedEvent | undefined> => {
  for (const tombstone of await tombstonesFor(sql, eventId)) {
    const found = (await open(tombstone)).find(({ event }) => event.eventId === eventId)
    if (found) return found.event
  }
  return undefined
}

/** The one that names the id first, then those from before tombstones named any, whose copies have to be looked through. */
const tombstonesFor = async (sql: Sql, eventId: string): Promise<Tombstone[]> => {
  const { rows } = await sql.query<TombstoneRow>({
    name: 'tombstones_for_event',
    text: `SELECT ${tombstoneColumns} FROM archived_streams WHERE event_ids @> ARRAY[$1::uuid]
           UNION ALL
           SELECT ${tombstoneColumns} FROM archived_streams WHERE NOT has_kinds`,
    values: [eventId],
  })
  return rows.map(toTombstone)
}
