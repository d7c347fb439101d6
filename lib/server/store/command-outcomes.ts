import type { CommandOutcome, StreamName } from './event-store'
import type { Sql } from './sql'

export const findOutcome = async (
  sql: Sql,
  stream: StreamName,
  commandId: string,
): Promise<CommandOutcome | undefined> => {
  const [row] = await sql.$queryRaw<{ outcome: CommandOutcome }[]>`
    SELECT outcome FROM commands
    WHERE stream_type = ${stream.type} AND stream_id = ${stream.id} AND command_id = ${commandId}::uuid`
  return row?.outcome
}

/** Takes the appends' lock, so that one command is not refused and appended at the same time. */
export const keepOutcome = async (
  sql: Sql,
  stream: StreamName,
  commandId: string,
  outcome: CommandOutcome,
): Promise<CommandOutcome> => {
  const kept = await sql.$executeRaw`
    WITH appends AS MATERIALIZED (SELECT pg_advisory_xact_lock(4983204512))
    INSERT INTO commands (stream_type, stream_id, command_id, outcome)
    SELECT ${stream.type}, ${stream.id}, ${commandId}::uuid, ${JSON.stringify(outcome)}::jsonb FROM appends
    ON CONFLICT DO NOTHING`
  return kept === 1 ? outcome : ((await findOutcome(sql, stream, commandId)) ?? outcome)
}
