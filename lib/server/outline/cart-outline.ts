import { isMilestone } from '../../domain/cart/milestones'
import { columnWidth, type Outline, outlineColumns, outlineOf } from '../../history/outline'
import type { CartOutline } from '../../protocol/api-outline'
import { currentTypeOf } from '../../protocol/events/registry'
import type { RecordedCartEvent, RecordedEvent } from '../../protocol/recorded-event'
import type { EventStore } from '../store/event-store'
import { loadStream } from '../store/load'
import type { Sql } from '../store/sql'
import { cartStream } from '../store/streams'
import { readMarks } from './marks'

interface Dependencies {
  readonly pool: Sql
  readonly store: Pick<EventStore, 'readStream' | 'headVersion'>
}

interface Row {
  readonly by_version: number | null
  readonly by_time: number | null
  readonly type: string
  readonly events: number
  readonly last: number
}

/** A cart at a glance. Counted in the database; an archived one, which isn't there, from its copy. */
export const readOutline = async (dependencies: Dependencies, cartId: string): Promise<CartOutline> => {
  const { pool, store } = dependencies
  const stream = cartStream(cartId)
  const head = await store.headVersion(stream)
  const [[first], [last], { marks, isArchived }] = await Promise.all([
    store.readStream(stream, { from: 1, to: 1 }),
    store.readStream(stream, { from: head, to: head }),
    readMarks(pool, cartId, head),
  ])
  if (!first || !last) throw new Error(`Cart ${cartId} has no events 1 and ${head}`)
  if (isArchived) return outlineOfCopy(await loadStream(store, stream), marks)
  return { ...(await countIn(pool, cartId, first, last)), marks }
}

const outlineOfCopy = (events: readonly RecordedEvent[], conflicts: CartOutline['marks']): CartOutline => {
  const marks = [
    ...(events as RecordedCartEvent[]).filter(isMilestone).map(({ version, type }) => ({ version, type })),
    ...conflicts,
  ]
  return { ...outlineOf(events), marks: marks.sort((a, b) => a.version - b.version) }
}

const countIn = async (
  sql: Sql,
  cartId: string,
  first: RecordedEvent,
  last: RecordedEvent,
): Promise<Outline> => {
  const [start, end] = [Date.parse(first.occurredAt), Date.parse(last.occurredAt)]
  const versions = columnWidth(last.version)
  const time = columnWidth(end - start + 1)
  const { rows } = await sql.query<Row>({
    name: 'count_outline',
    text: `SELECT by_version, by_time, type, count(*)::int AS events, max(version) AS last
      FROM (
        SELECT version, type, (version - 1) / $3::int AS by_version,
               greatest(0, floor((extract(epoch FROM occurred_at) * 1000 - $4::float8) / $5::float8))::int AS by_time
        FROM events WHERE stream_type = 'cart' AND stream_id = $1 AND version <= $2
      ) placed
      GROUP BY GROUPING SETS ((by_version, type), (by_time, type))`,
    values: [cartId, last.version, versions, start, time],
  })
  return {
    version: last.version,
    byVersion: { start: 1, width: versions, columns: columnsOf(rows, (row) => row.by_version) },
    byTime: { start, width: time, columns: columnsOf(rows, (row) => row.by_time) },
  }
}

/** An event that says it happened long after all others may stand beyond the last column. */
const furthest = 2 * outlineColumns

const columnsOf = (
  rows: readonly Row[],
  columnOf: (row: Row) => number | null,
): Outline['byTime']['columns'] => {
  const columns: { counts: Record<string, number>; last: number }[] = []
  for (const row of rows) {
    const place = columnOf(row)
    if (place === null) continue
    const at = Math.min(furthest, place)
    while (columns.length <= at) columns.push({ counts: {}, last: 0 })
    const column = columns[at]
    if (!column) continue
    const type = currentTypeOf(row.type)
    column.counts[type] = (column.counts[type] ?? 0) + row.events
    column.last = Math.max(column.last, row.last)
  }
  let last = 0
  for (const column of columns) {
    last = Math.max(last, column.last)
    column.last = last
  }
  return columns
}
