import type { Sql } from '../postgres/sql'

export type IndexServes = () => Promise<boolean>

/**
 * Does the index beside the log serve by now? In a database from before there was one it is filled first; until then what is
 * asked goes by the indexes it will take the place of. Once it serves it does so for ever, and isn't asked about again.
 */
export const createIndexServes = (sql: Sql): IndexServes => {
  let serves = false
  return async () => {
    if (serves) return true
    const { rows } = await sql.query<{ serves: boolean }>('SELECT serves FROM event_index_head')
    serves = rows[0]?.serves ?? false
    return serves
  }
}
