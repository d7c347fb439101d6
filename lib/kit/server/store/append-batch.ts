import type { Sql } from '../postgres/sql'
import { appendOne, isOne } from './append-one'
import { appendOneEach, isOneEach } from './append-one-each'
import { type AppendVerdict, expectedOf, toVerdict, type VerdictRow, verdictColumns } from './append-verdict'
import type { AppendCondition } from './event-store'
import { eventValues } from './event-values'
import type { SealedAppend } from './seal'

/** One call of the database, of the shortest of its ways: one round trip and one transaction for all of them. */
export const appendBatch = async (
  sql: Sql,
  appends: readonly SealedAppend[],
  { together, condition }: { together: boolean; condition?: AppendCondition | undefined } = {
    together: false,
  },
): Promise<AppendVerdict[]> => {
  if (!together) {
    if (isOne(appends)) return [await appendOne(sql, appends[0])]
    if (isOneEach(appends)) return appendOneEach(sql, appends)
  }
  const { rows } = await sql.query<VerdictRow>({
    name: 'append_events',
    text: `SELECT ${verdictColumns} FROM append_events(
             $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`,
    values: [
      together,
      condition?.after ?? null,
      condition ? JSON.stringify(condition.queries) : null,
      ...columnsOfAppends(appends),
      ...columnsOfEvents(appends),
      appends.map(({ fingerprint }) => fingerprint ?? null),
    ],
    rowMode: 'array',
  })
  return rows.map((row, index) => toVerdict(row, appends[index] as SealedAppend))
}

const columnsOfAppends = (appends: readonly SealedAppend[]): unknown[] => {
  const newest = new Map<string, number>()
  const follows = appends.map(({ key }, index) => {
    const before = newest.get(key) ?? 0
    newest.set(key, index + 1)
    return before
  })
  return [
    appends.map(expectedOf),
    follows,
    appends.map(({ commandId }) => commandId ?? null),
    appends.map(({ events }) => events.length),
    appends.map(({ stream }) => stream.type),
    appends.map(({ stream }) => stream.id),
  ]
}

const columnsOfEvents = (appends: readonly SealedAppend[]): unknown[] => [
  appends.flatMap(({ stream, events }) => events.map(() => stream.type)),
  appends.flatMap(({ stream, events }) => events.map(() => stream.id)),
  ...eventValues(appends.flatMap(({ events }) => events)),
]
