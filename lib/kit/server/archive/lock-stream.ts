import type { StreamName } from '../../events/stream-name'
import type { Sql } from '../postgres/sql'

const kind = 498320

/** Of those who move one stream to cold storage or back, one works and the others wait for the end of its transaction. */
export const lockStream = async (sql: Sql, { type, id }: StreamName): Promise<void> => {
  await sql.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [kind, `${type}/${id}`])
}
