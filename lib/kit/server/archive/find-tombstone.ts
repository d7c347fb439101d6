import type { StreamName } from '../../events/stream-name'
import type { Sql } from '../postgres/sql'
import { type Tombstone, type TombstoneRow, tombstoneColumns, toTombstone } from './tombstone'

/** A stream's tombstone; undefined when the stream isn't archived. */
export const findTombstone = async (sql: Sql, stream: StreamName): Promise<Tombstone | undefined> => {
  const { rows } = await sql.query<TombstoneRow>({
    name: 'find_tombstone',
    text: `SELECT ${tombstoneColumns} FROM archived_streams WHERE stream_type = $1 AND stream_id = $2`,
    values: [stream.type, stream.id],
  })
  return rows[0] && toTombstone(rows[0])
}
