import type { Sql } from '../postgres/sql'
import type { OneEvent } from './append-one'
import { type AppendVerdict, expectedOf, toVerdict, type VerdictRow, verdictColumns } from './append-verdict'
import { eventValues } from './event-values'
import type { SealedAppend } from './seal'

/** One event for each of some streams, as most appends are that come together. */
export const isOneEach = (appends: readonly SealedAppend[]): appends is readonly OneEvent[] =>
  appends.every(({ events }) => events.length === 1) &&
  new Set(appends.map(({ key }) => key)).size === appends.length

/** What append_events() does, in one statement of the database for all of them. */
export const appendOneEach = async (sql: Sql, appends: readonly OneEvent[]): Promise<AppendVerdict[]> => {
  const { rows } = await sql.query<VerdictRow>({
    name: 'append_one_each',
    text: `SELECT ${verdictColumns} FROM append_one_each($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    values: [
      appends.map(expectedOf),
      appends.map(({ commandId }) => commandId ?? null),
      appends.map(({ fingerprint }) => fingerprint ?? null),
      appends.map(({ stream }) => stream.type),
      appends.map(({ stream }) => stream.id),
      ...eventValues(appends.map(({ events: [event] }) => event)),
    ],
    rowMode: 'array',
  })
  return rows.map((row, nth) => toVerdict(row, appends[nth] as OneEvent))
}
