import type { RecordedEvent } from '../../events/recorded-event'
import { createParameters } from '../postgres/parameters'
import type { Sql } from '../postgres/sql'
import { type StoredEventRow, toStoredEvent } from './event-row'
import type { ReadAll } from './event-store'
import { IndexBehind } from './index-behind'
import { readIndexState } from './index-state'
import { isCut, lookUpName, pageQuery } from './page-query'

/** @throws IndexBehind */
export const readAll = async (sql: Sql, range: ReadAll): Promise<RecordedEvent[]> => {
  const index = range.filter && (await readIndexState(sql))
  const { values, value } = createParameters()
  const text = pageQuery(range, value, index)
  const { rows } = await sql.query<StoredEventRow>({ name: lookUpName(range, text, index), text, values })
  if (index && rows.length < range.limit && isCut(range, index)) throw new IndexBehind()
  return rows.map(toStoredEvent)
}

export const headPosition = async (sql: Sql): Promise<number> => {
  const { rows } = await sql.query<{ position: string }>('SELECT position FROM log_head')
  return Number(rows[0]?.position ?? 0)
}
