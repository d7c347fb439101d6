import type { CartEvent } from '../../domain/cart/events'
import { storedTypesOf } from '../../protocol/events/registry'
import type { StreamName } from '../store/event-store'
import type { Sql } from '../store/sql'

/** What ends a cart: nothing comes after it. */
const endings: readonly CartEvent['type'][] = ['CartCheckedOut', 'CartAbandoned']

export interface ClosedStream {
  readonly stream: StreamName
  readonly events: number
}

const pageSize = 500

/** Of carts whose last event closed them and was recorded before a time, that event. */
const closing = `
  FROM events e
  WHERE e.stream_type = 'cart' AND e.type = ANY ($1) AND e.recorded_at < $2
    AND NOT EXISTS (SELECT FROM events later
                    WHERE later.stream_type = 'cart' AND later.stream_id = e.stream_id AND later.version > e.version)`

const closingBefore = (before: Date): unknown[] => [endings.flatMap(storedTypesOf), before]

/** Carts that were closed before the time, those closed first come first. */
export async function* closedStreams(sql: Sql, before: Date): AsyncGenerator<ClosedStream, void, undefined> {
  let after = '0'
  for (;;) {
    const { rows } = await sql.query<{ stream_id: string; version: number; position: string }>(
      `SELECT e.stream_id, e.version, e.position ${closing} AND e.position > $3 ORDER BY e.position LIMIT $4`,
      [...closingBefore(before), after, pageSize],
    )
    for (const { stream_id: id, version } of rows) yield { stream: { type: 'cart', id }, events: version }
    const last = rows.at(-1)
    if (!last) return
    after = last.position
  }
}

export const countClosed = async (
  sql: Sql,
  before: Date,
): Promise<{ readonly streams: number; readonly events: number }> => {
  const { rows } = await sql.query<{ streams: number; events: number }>(
    `SELECT count(*)::int AS streams, coalesce(sum(e.version), 0)::int AS events ${closing}`,
    closingBefore(before),
  )
  return rows[0] ?? { streams: 0, events: 0 }
}
