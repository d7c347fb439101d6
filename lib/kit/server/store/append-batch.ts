import type { RecordedEvent } from '../../events/recorded-event'
import { exhaustive } from '../../kernel/exhaustive'
import type { Sql } from '../postgres/sql'
import type { AppendCondition, CommandOutcome, CommandReused, ExpectedVersion, Written } from './event-store'
import { chainHash } from './hash-chain'
import type { SealedAppend, SealedEvent } from './seal'

/** What `append_events()` says of an append. */
export type AppendVerdict =
  | Written
  | { readonly type: 'conflict'; readonly expected: ExpectedVersion; readonly actual: number }
  | { readonly type: 'duplicate'; readonly outcome: CommandOutcome }
  | CommandReused
  | { readonly type: 'archived' }
  | { readonly type: 'refused' }
  | { readonly type: 'outdated'; readonly position: number }

type Row = [
  outcome: AppendVerdict['type'],
  version: number,
  position: string | null,
  answered: CommandOutcome,
  chain: Buffer | null,
  recordedAt: Date | null,
]

/** One call of append_events(): one round trip and one transaction for all of them. */
export const appendBatch = async (
  sql: Sql,
  appends: readonly SealedAppend[],
  { together, condition }: { together: boolean; condition?: AppendCondition | undefined } = {
    together: false,
  },
): Promise<AppendVerdict[]> => {
  const { rows } = await sql.query<Row>({
    name: 'append_events',
    text: `SELECT outcome, version, last_position, command_outcome, previous_hash, recorded_at FROM append_events(
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

const expectations = { none: 0, exists: -1, any: null }

const columnsOfAppends = (appends: readonly SealedAppend[]): unknown[] => {
  const newest = new Map<string, number>()
  const follows = appends.map(({ key }, index) => {
    const before = newest.get(key) ?? 0
    newest.set(key, index + 1)
    return before
  })
  return [
    appends.map(({ expectedVersion: expected }) =>
      typeof expected === 'number' ? expected : expectations[expected],
    ),
    follows,
    appends.map(({ commandId }) => commandId ?? null),
    appends.map(({ events }) => events.length),
    appends.map(({ stream }) => stream.type),
    appends.map(({ stream }) => stream.id),
  ]
}

const columnsOfEvents = (appends: readonly SealedAppend[]): unknown[] => {
  const all: SealedEvent[] = appends.flatMap(({ events }) => events)
  return [
    appends.flatMap(({ stream, events }) => events.map(() => stream.type)),
    appends.flatMap(({ stream, events }) => events.map(() => stream.id)),
    all.map(({ event }) => event.eventId),
    all.map(({ event }) => event.type),
    all.map(({ event }) => event.schemaVersion),
    all.map(({ data }) => data),
    all.map(({ metadata }) => metadata),
    all.map(({ event }) => (event.tags?.length ? arrayLiteral(event.tags) : null)),
    all.map(({ event }) => event.occurredAt),
    Buffer.concat(all.map(({ content }) => content)),
  ]
}

/** An array within an array: Postgres has none of differing lengths, so it goes as text. */
export const arrayLiteral = (tags: readonly string[]): string =>
  `{${tags.map((tag) => `"${tag.replace(/["\\]/g, '\\$&')}"`).join(',')}}`

const toVerdict = (
  [outcome, version, position, answered, chain, recordedAt]: Row,
  append: SealedAppend,
): AppendVerdict => {
  switch (outcome) {
    case 'written':
      return written(
        append,
        version,
        Number(position),
        chain ?? Buffer.alloc(0),
        (recordedAt as Date).toISOString(),
      )
    case 'conflict':
      return { type: 'conflict', expected: append.expectedVersion, actual: version }
    case 'duplicate':
      return { type: 'duplicate', outcome: answered }
    case 'outdated':
      return { type: 'outdated', position: Number(position) }
    case 'reused':
    case 'archived':
    case 'refused':
      return { type: outcome }
    default:
      return exhaustive(outcome)
  }
}

/** Links a sealed append onto its stream: `version` and `position` are those of its last event. */
export const written = (
  { stream, events }: Pick<SealedAppend, 'stream' | 'events'>,
  version: number,
  position: number,
  previous: Buffer,
  recordedAt: string,
): Written => {
  let chain = previous
  const recorded = events.map(({ event, content }, index): RecordedEvent => {
    const nth = version - events.length + index + 1
    chain = chainHash(chain, content, stream, nth)
    return {
      ...event,
      streamType: stream.type,
      streamId: stream.id,
      version: nth,
      position: position - events.length + index + 1,
      recordedAt,
      hash: chain.toString('hex'),
    }
  })
  return { type: 'written', version, position, events: recorded }
}
