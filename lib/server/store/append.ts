import { exhaustive } from '../../kernel/exhaustive'
import type { Append, AppendResult, CommandOutcome } from './event-store'
import type { Sql } from './sql'

interface Row {
  outcome: 'written' | 'conflict' | 'duplicate'
  version: number
  last_position: bigint | null
  command_outcome: CommandOutcome
}

/** One call of append_events(): one round trip and one transaction for all of them. */
export const append = async (sql: Sql, appends: readonly Append[]): Promise<AppendResult[]> => {
  const batch = appends.map(({ stream, expectedVersion, events, commandId }) => ({
    streamType: stream.type,
    streamId: stream.id,
    expectedVersion: expectedVersion === 'any' ? null : expectedVersion,
    commandId: commandId ?? null,
    events,
  }))
  const rows = await sql.$queryRaw<Row[]>`
    SELECT outcome, version, last_position, command_outcome FROM append_events(${JSON.stringify(batch)}::jsonb)`
  return rows.map((row, index) => toResult(row, appends[index] as Append))
}

const toResult = (row: Row, { expectedVersion }: Append): AppendResult => {
  switch (row.outcome) {
    case 'written':
      return { type: 'written', version: row.version, position: Number(row.last_position ?? 0) }
    case 'conflict':
      return { type: 'conflict', expected: Number(expectedVersion), actual: row.version }
    case 'duplicate':
      return { type: 'duplicate', outcome: row.command_outcome }
    default:
      return exhaustive(row.outcome)
  }
}
