import type { RecordedEvent } from '../../events/recorded-event'
import type { Sql } from '../postgres/sql'
import { type StoredEventRow, toStoredEvent } from './event-row'
import type { ReadAll } from './event-store'
import { IndexBehind } from './index-behind'
import type { IndexServes } from './index-serves'
import { pageQuery } from './page-query'

export const readAll = async (sql: Sql, serves: IndexServes, range: ReadAll): Promise<RecordedEvent[]> => {
  const values: unknown[] = []
  const indexServes = range.filter !== undefined && (await serves())
  const text = pageQuery(range, (of) => `$${values.push(of)}`, { indexServes })
  const { rows } = await sql.query<StoredEventRow>(text, values)
  if (rows.some(isUnlooked)) throw new IndexBehind()
  return rows.map(toStoredEvent)
}

/** Does it stand for events that were not looked at? */
export const isUnlooked = ({
  position,
  event_id: eventId,
}: {
  readonly position: string | null
  readonly event_id?: string | null
}): boolean => position !== null && eventId === null

export const headPosition = async (sql: Sql): Promise<number> => {
  const { rows } = await sql.query<{ position: string }>('SELECT position FROM log_head')
  return Number(rows[0]?.position ?? 0)
}
