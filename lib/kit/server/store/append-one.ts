import type { Sql } from '../postgres/sql'
import { type AppendVerdict, expectedOf, toVerdict, type VerdictRow, verdictColumns } from './append-verdict'
import type { SealedAppend, SealedEvent } from './seal'

/** An append of one event. */
export type OneEvent = SealedAppend & { readonly events: readonly [SealedEvent] }

/** One event for one stream: most appends, where few come at once. */
export const isOne = (appends: readonly SealedAppend[]): appends is readonly [OneEvent] =>
  appends.length === 1 && appends[0]?.events.length === 1

/** What append_events() does, in the shortest way that the database has for one. */
export const appendOne = async (sql: Sql, append: OneEvent): Promise<AppendVerdict> => {
  const { stream, commandId, fingerprint, events } = append
  const [{ event, data, metadata, content }] = events
  const { rows } = await sql.query<VerdictRow>({
    name: 'append_event',
    text: `SELECT ${verdictColumns} FROM append_event($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    values: [
      stream.type,
      stream.id,
      expectedOf(append),
      commandId ?? null,
      fingerprint ?? null,
      event.eventId,
      event.type,
      event.schemaVersion,
      data,
      metadata,
      event.tags ?? null,
      event.occurredAt,
      content,
    ],
    rowMode: 'array',
  })
  return toVerdict(rows[0] as VerdictRow, append)
}
