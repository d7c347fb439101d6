import type { StreamName } from '../../events/stream-name'
import type { Sql } from '../postgres/sql'
import { type Tombstone, type TombstoneRow, toTombstone } from './tombstone'

/** Where a stream's events are: those of the range asked for, that is, unless it is archived. */
export type Whereabouts =
  | { readonly type: 'archived'; readonly tombstone: Tombstone }
  | { readonly type: 'inLog' }
  | { readonly type: 'nowhere' }

type Row = { readonly is_in_log: boolean } & (
  | TombstoneRow
  | { readonly [Column in keyof TombstoneRow]: null }
)

/** Looks at both in one moment, so that it can't miss a stream on its way from one to the other. */
export const findStream = async (
  sql: Sql,
  stream: StreamName,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<Whereabouts> => {
  const { rows } = await sql.query<Row>({
    name: 'find_stream',
    text: `SELECT s.*, EXISTS (SELECT FROM events WHERE stream_type = $1 AND stream_id = $2
                                 AND version >= $3 AND version <= $4) AS is_in_log
           FROM (VALUES (1)) AS once LEFT JOIN archived_streams s ON s.stream_type = $1 AND s.stream_id = $2`,
    values: [stream.type, stream.id, from, to],
  })
  const row = rows[0] as Row
  if (row.location !== null) return { type: 'archived', tombstone: toTombstone(row) }
  return { type: row.is_in_log ? 'inLog' : 'nowhere' }
}
