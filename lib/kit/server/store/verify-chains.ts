import type { RecordedEvent } from '../../events/recorded-event'
import type { Sql } from '../postgres/sql'
import { type BrokenLink, createChainCheck } from './chain-check'
import { eventColumns, type StoredEventRow, toStoredEvent } from './event-row'

const pageSize = 2_000

/** Of one stream after the other, what follows the last of a page. */
const nextPage = async (sql: Sql, last?: RecordedEvent): Promise<RecordedEvent[]> => {
  const { rows } = await sql.query<StoredEventRow>({
    name: last ? 'verify_chains_on' : 'verify_chains',
    text: `SELECT ${eventColumns} FROM events
           ${last ? 'WHERE (stream_type, stream_id, version) > ($2, $3, $4)' : ''}
           ORDER BY stream_type, stream_id, version LIMIT $1`,
    values: last ? [pageSize, last.streamType, last.streamId, last.version] : [pageSize],
  })
  return rows.map(toStoredEvent)
}

/** Tells of every event of the log, stream by stream, whether it follows from the one before it. */
export const verifyChains = async (
  sql: Sql,
  tell: (event: RecordedEvent, broken: BrokenLink | undefined) => void,
): Promise<void> => {
  const check = createChainCheck()
  let page = await nextPage(sql)
  while (page.length > 0) {
    // The database reads on while we compute.
    const next = nextPage(sql, page.at(-1))
    for (const event of page) tell(event, check(event))
    page = await next
  }
}
