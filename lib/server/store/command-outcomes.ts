import type { CommandOutcome, StreamName } from './event-store'
import type { Sql } from './sql'

export const findOutcome = async (
  sql: Sql,
  stream: StreamName,
  commandId: string,
): Promise<CommandOutcome | undefined> => {
  const { rows } = await sql.query<{ outcome: CommandOutcome }>({
    name: 'find_outcome',
    text: 'SELECT outcome FROM commands WHERE stream_type = $1 AND stream_id = $2 AND command_id = $3',
    values: [stream.type, stream.id, commandId],
  })
  return rows[0]?.outcome
}

/**
 * Takes the appends' lock, so that one command is not refused and appended at the same time; shared, so that many can
 * be refused at once and appends don't wait for each.
 */
export const keepOutcome = async (
  sql: Sql,
  stream: StreamName,
  commandId: string,
  outcome: CommandOutcome,
): Promise<CommandOutcome> => {
  const { rowCount } = await sql.query({
    name: 'keep_outcome',
    text: `WITH appends AS MATERIALIZED (SELECT pg_advisory_xact_lock_shared(4983204512))
           INSERT INTO commands (stream_type, stream_id, command_id, outcome)
           SELECT $1, $2, $3, $4 FROM appends
           ON CONFLICT DO NOTHING`,
    values: [stream.type, stream.id, commandId, JSON.stringify(outcome)],
  })
  return rowCount === 1 ? outcome : ((await findOutcome(sql, stream, commandId)) ?? outcome)
}
