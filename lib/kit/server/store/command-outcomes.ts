import type { StreamName } from '../../events/stream-name'
import type { Sql } from '../postgres/sql'
import type { CommandOutcome, CommandReused } from './event-store'
import { isOtherFingerprint } from './fingerprint'

interface Row {
  readonly outcome: CommandOutcome
  readonly fingerprint: Buffer | null
}

const findRow = async (sql: Sql, stream: StreamName, commandId: string): Promise<Row | undefined> => {
  const { rows } = await sql.query<Row>({
    name: 'find_outcome',
    text: `SELECT outcome, fingerprint FROM commands
           WHERE stream_type = $1 AND stream_id = $2 AND command_id = $3`,
    values: [stream.type, stream.id, commandId],
  })
  return rows[0]
}

export const findOutcome = async (
  sql: Sql,
  stream: StreamName,
  commandId: string,
): Promise<CommandOutcome | undefined> => (await findRow(sql, stream, commandId))?.outcome

/**
 * Takes the appends' lock, so that one command is not refused and appended at the same time; shared, so that many can
 * be refused at once and appends don't wait for each.
 */
export const keepOutcome = async (
  sql: Sql,
  stream: StreamName,
  commandId: string,
  outcome: CommandOutcome,
  fingerprint?: Buffer,
): Promise<CommandOutcome | CommandReused> => {
  const { rowCount } = await sql.query({
    name: 'keep_outcome',
    text: `WITH appends AS MATERIALIZED (SELECT pg_advisory_xact_lock_shared(4983204512))
           INSERT INTO commands (stream_type, stream_id, command_id, outcome, fingerprint)
           SELECT $1, $2, $3, $4, $5 FROM appends
           ON CONFLICT DO NOTHING`,
    values: [stream.type, stream.id, commandId, JSON.stringify(outcome), fingerprint ?? null],
  })
  if (rowCount === 1) return outcome
  const kept = await findRow(sql, stream, commandId)
  if (kept && isOtherFingerprint(kept.fingerprint ?? undefined, fingerprint)) return { type: 'reused' }
  return kept?.outcome ?? outcome
}
