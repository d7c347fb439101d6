import type { RecordedEvent } from '../../events/recorded-event'
import type { EventRegistry } from '../../events/registry'
import { columnWidth, mostColumns, type Outline, type OutlineAxis } from '../../history/outline'
import type { Sql } from '../postgres/sql'

interface Row {
  readonly by_version: number
  readonly by_time: number
  readonly type: string
  readonly events: number
  readonly last: number
}

/** An event may say that it happened long after the last one; what is made anew for it must not be outgrown at once. */
const furthest = mostColumns - 1

/**
 * The outline of a stream from its first event to its last, as a look at every event would give it. Undefined where the
 * log doesn't have them: they stand in cold storage.
 */
export const countOutline = async (
  sql: Sql,
  registry: EventRegistry,
  first: RecordedEvent,
  last: RecordedEvent,
): Promise<Outline | undefined> => {
  const [start, end] = [Date.parse(first.occurredAt), Date.parse(last.occurredAt)]
  const versions = columnWidth(last.version)
  const time = columnWidth(end - start + 1)
  const { rows } = await sql.query<Row>({
    name: 'count_outline',
    // Not pulled up, so that the planner hashes a few groups instead of sorting all rows.
    text: `SELECT by_version, by_time, type, count(*)::int AS events, max(version) AS last
      FROM (
        SELECT version, type, (version - 1) / $4::int AS by_version,
               least(${furthest}, greatest(0, floor((round(date_part('epoch', occurred_at) * 1000) - $5::float8) / $6::float8)))::int AS by_time
        FROM events WHERE stream_type = $1 AND stream_id = $2 AND version <= $3 OFFSET 0
      ) placed
      GROUP BY by_version, by_time, type`,
    values: [first.streamType, first.streamId, last.version, versions, start, time],
  })
  if (rows.length === 0) return undefined
  const columns = (columnOf: (row: Row) => number) => columnsOf(rows, columnOf, registry)
  return {
    version: last.version,
    byVersion: { start: 1, width: versions, columns: columns((row) => row.by_version) },
    byTime: { start, width: time, columns: columns((row) => row.by_time) },
  }
}

const columnsOf = (
  rows: readonly Row[],
  columnOf: (row: Row) => number,
  registry: EventRegistry,
): OutlineAxis['columns'] => {
  const columns: { counts: Record<string, number>; last: number }[] = []
  for (const row of rows) {
    const at = columnOf(row)
    while (columns.length <= at) columns.push({ counts: {}, last: 0 })
    const column = columns[at]
    if (!column) continue
    const type = registry.currentTypeOf(row.type)
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
