import type { Sql } from '../postgres/sql'

/** How far the index beside the log goes, and where the log ended when that was asked. */
export interface IndexState {
  /** Everything up to here is in it. */
  readonly position: number
  readonly head: number
}

/**
 * Where the index is, for a read that comes after this: it only ever goes on. Undefined while it is filled for the first time,
 * in a database from before there was one: until then `events` has indexes of its own.
 */
export const readIndexState = async (sql: Sql): Promise<IndexState | undefined> => {
  const { rows } = await sql.query<{ serves: boolean; position: string; head: string }>({
    name: 'index_state',
    text: 'SELECT i.serves, i.position, l.position AS head FROM event_index_head i, log_head l',
  })
  const [row] = rows
  return row?.serves ? { position: Number(row.position), head: Number(row.head) } : undefined
}
