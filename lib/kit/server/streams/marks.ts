import type { EventRegistry } from '../../events/registry'
import type { StreamName } from '../../events/stream-name'
import type { OutlineMark } from '../../history/marked-outline'
import type { Sql } from '../postgres/sql'

/** More would only be drawn over each other. */
export const mostMarks = 500

/** The events of these types among a stream's in the log, the latest of them, in order of version. */
export const readMilestones = async (
  sql: Sql,
  registry: EventRegistry,
  { type, id }: StreamName,
  milestones: readonly string[],
  head: number,
): Promise<OutlineMark[]> => {
  const { rows } = await sql.query<OutlineMark>({
    name: 'read_milestones',
    text: `SELECT version, type FROM events
      WHERE stream_type = $1 AND stream_id = $2 AND version <= $3 AND type = ANY ($4)
      ORDER BY version DESC LIMIT ${mostMarks}`,
    values: [type, id, head, milestones.flatMap(registry.storedTypesOf)],
  })
  return rows.map((row) => ({ version: row.version, type: registry.currentTypeOf(row.type) })).reverse()
}

/** Where a command met another version than the one it was meant for; in order of version. */
export const readConflicts = async (
  sql: Sql,
  { type, id }: StreamName,
  head: number,
): Promise<OutlineMark[]> => {
  const { rows } = await sql.query<{ version: number }>({
    name: 'read_conflicts',
    text: `SELECT DISTINCT (outcome ->> 'actual')::int AS version FROM commands
      WHERE stream_type = $1 AND stream_id = $2 AND outcome ->> 'type' = 'conflict'
        AND (outcome ->> 'actual')::int BETWEEN 1 AND $3
      ORDER BY version DESC LIMIT ${mostMarks}`,
    values: [type, id, head],
  })
  return rows.map(({ version }) => ({ version, type: 'Conflict' })).reverse()
}
