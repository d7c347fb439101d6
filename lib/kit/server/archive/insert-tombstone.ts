import type { Sql } from '../postgres/sql'
import type { StoredEntry } from '../store/matches'

/** Leaves word of a whole stream: what filters ask for, and where its copy stands. */
export const insertTombstone = async (
  sql: Sql,
  entries: readonly StoredEntry[],
  { location, checksum }: { readonly location: string; readonly checksum: string },
): Promise<void> => {
  const [first, last] = [entries[0], entries.at(-1)]
  if (!first || !last) throw new Error('A stream without events has no tombstone')
  const events = entries.map(({ event }) => event)
  await sql.query(
    `INSERT INTO archived_streams (
       stream_type, stream_id, version, hash, first_position, last_position, first_recorded_at, last_recorded_at,
       types, tags, correlation_ids, actor_ids, location, checksum)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      last.event.streamType,
      last.event.streamId,
      last.event.version,
      Buffer.from(last.event.hash, 'hex'),
      first.event.position,
      last.event.position,
      first.recordedAt,
      last.recordedAt,
      distinct(events.map(({ type }) => type)),
      distinct(events.flatMap(({ tags }) => tags ?? [])),
      distinct(events.map(({ metadata }) => metadata.correlationId)),
      distinct(events.map(({ metadata }) => metadata.actor.id)),
      location,
      Buffer.from(checksum, 'hex'),
    ],
  )
}

const distinct = (names: readonly string[]): string[] => [...new Set(names)]
