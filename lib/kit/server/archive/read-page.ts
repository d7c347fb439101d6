import type { RecordedEvent } from '../../events/recorded-event'
import { createParameters } from '../postgres/parameters'
import type { Sql } from '../postgres/sql'
import { type StoredEventRow, toStoredEvent } from '../store/event-row'
import type { ReadAll } from '../store/event-store'
import { IndexBehind } from '../store/index-behind'
import { readIndexState } from '../store/index-state'
import { isCut, lookUpName, pageQuery } from '../store/page-query'
import type { Tombstone } from './tombstone'
import { beginningOf, tombstonesQuery } from './tombstones-query'

/** What there is of the log from where a range begins. */
export interface Page {
  /** Those in the log, as stored and in order. */
  readonly events: readonly RecordedEvent[]
  /** The archived streams that may have some between them. */
  readonly tombstones: readonly Tombstone[]
  /** So far, this position included, nothing is left out; undefined: to the end of the range. */
  readonly reached: number | undefined
}

type Row =
  | StoredEventRow
  | (Pick<StoredEventRow, 'stream_type' | 'stream_id' | 'version' | 'hash'> & {
      readonly position: null
      readonly data: {
        readonly first: number
        readonly last: number
        readonly location: string
        readonly checksum: string
      }
    })

/** How many archived streams that begin later are looked at in one go, at most. */
const maxTombstones = 64

/** One query, so that a stream which is moved meanwhile is seen in one place, and in one only. @throws IndexBehind */
export const readPage = async (sql: Sql, range: ReadAll): Promise<Page> => {
  const index = range.filter && (await readIndexState(sql))
  const few = Math.min(range.limit, maxTombstones)
  const { values, value } = createParameters()
  const text = `(${pageQuery(range, value, index)}) UNION ALL ${tombstonesQuery(range, few, value)}
     ORDER BY position ${range.direction === 'backwards' ? 'DESC' : 'ASC'}`
  const { rows } = await sql.query<Row>({
    name: preparedAs(range) ?? lookUpName(range, text, index),
    text,
    values,
  })
  const events = rows.filter(isEvent).map(toStoredEvent)
  if (index && events.length < range.limit && isCut(range, index)) throw new IndexBehind()
  const tombstones = events.length === rows.length ? [] : rows.filter(isTombstone).map(toTombstone)
  return { events, tombstones, reached: reachedBy(range, few, events, tombstones) }
}

/** Followers of the log ask for nothing but what comes next: its plan is always the same, and takes longer than the query. */
const preparedAs = ({ upTo, direction = 'forwards', filter, partition }: ReadAll): string | undefined =>
  filter || partition ? undefined : `read_page_${direction}${upTo === undefined ? '' : '_to'}`

const isEvent = (row: Row): row is StoredEventRow => row.position !== null
const isTombstone = (row: Row): row is Exclude<Row, StoredEventRow> => row.position === null

const toTombstone = (row: Exclude<Row, StoredEventRow>): Tombstone => ({
  stream: { type: row.stream_type, id: row.stream_id },
  version: row.version,
  hash: row.hash.toString('hex'),
  firstPosition: row.data.first,
  lastPosition: row.data.last,
  location: row.data.location,
  checksum: row.data.checksum,
})

const reachedBy = (
  range: ReadAll,
  few: number,
  events: Page['events'],
  tombstones: Page['tombstones'],
): number | undefined => {
  const isForwards = range.direction !== 'backwards'
  const beginning = beginningOf(range)
  const later = tombstones
    .map(({ firstPosition, lastPosition }) => (isForwards ? firstPosition : lastPosition))
    .filter((position) => (isForwards ? position > beginning : position < beginning))
  const bounds = [
    ...(events.length === range.limit ? [events.at(-1)?.position ?? beginning] : []),
    ...(later.length === few && few > 0 ? [isForwards ? Math.max(...later) : Math.min(...later)] : []),
  ]
  if (bounds.length === 0) return undefined
  return isForwards ? Math.min(...bounds) : Math.max(...bounds)
}
