import type { StreamName } from '../store/event-store'
import type { Sql } from '../store/sql'
import type { Foldable, Folded } from './aggregate'

export interface Snapshot<State> extends Folded<State> {
  /** The latest time of all events up to it; ISO 8601. */
  readonly occurredUntil: string
}

interface Row<State> {
  readonly version: number
  readonly position: string
  readonly occurred_until: Date
  readonly state: State
}

export interface SnapshotPage {
  /** Only snapshots after this version. */
  readonly after: number
  readonly limit: number
}

/** A stream's snapshots in order of version. */
export const readSnapshots = async <State>(
  sql: Sql,
  { streamType, stateVersion }: Pick<Foldable<State, never>, 'streamType' | 'stateVersion'>,
  streamId: string,
  { after, limit }: SnapshotPage,
): Promise<Snapshot<State>[]> => {
  const { rows } = await sql.query<Row<State>>(
    `SELECT version, position, occurred_until, state FROM snapshots
     WHERE stream_type = $1 AND stream_id = $2 AND state_version = $3 AND version > $4 ORDER BY version LIMIT $5`,
    [streamType, streamId, stateVersion, after, limit],
  )
  return rows.map(toSnapshot)
}

export const newestSnapshot = async <State>(
  sql: Sql,
  { streamType, stateVersion }: Pick<Foldable<State, never>, 'streamType' | 'stateVersion'>,
  streamId: string,
): Promise<Snapshot<State> | undefined> => {
  const { rows } = await sql.query<Row<State>>(
    `SELECT version, position, occurred_until, state FROM snapshots
     WHERE stream_type = $1 AND stream_id = $2 AND state_version = $3 ORDER BY version DESC LIMIT 1`,
    [streamType, streamId, stateVersion],
  )
  return rows.map(toSnapshot)[0]
}

/** Another node may have been quicker: a snapshot that is there stays. */
export const saveSnapshots = async (
  sql: Sql,
  { streamType, stateVersion }: Pick<Foldable<unknown, never>, 'streamType' | 'stateVersion'>,
  streamId: string,
  snapshots: readonly Snapshot<unknown>[],
): Promise<void> => {
  await sql.query(
    `INSERT INTO snapshots (stream_type, stream_id, state_version, version, position, occurred_until, state)
     SELECT $1, $2, $3, s.* FROM unnest($4::integer[], $5::bigint[], $6::timestamptz[], $7::jsonb[]) AS s
     ON CONFLICT DO NOTHING`,
    [
      streamType,
      streamId,
      stateVersion,
      snapshots.map(({ version }) => version),
      snapshots.map(({ position }) => position),
      snapshots.map(({ occurredUntil }) => occurredUntil),
      snapshots.map(({ state }) => JSON.stringify(state)),
    ],
  )
}

/** Those that an older fold made, once the present one's are there. */
export const dropOlderSnapshots = async (
  sql: Sql,
  { streamType, stateVersion }: Pick<Foldable<unknown, never>, 'streamType' | 'stateVersion'>,
  streamId: string,
): Promise<void> => {
  await sql.query('DELETE FROM snapshots WHERE stream_type = $1 AND stream_id = $2 AND state_version < $3', [
    streamType,
    streamId,
    stateVersion,
  ])
}

/** Streams of which only an older fold's snapshots are there. */
export const outdatedStreams = async (
  sql: Sql,
  { streamType, stateVersion }: Pick<Foldable<unknown, never>, 'streamType' | 'stateVersion'>,
  limit: number,
): Promise<StreamName['id'][]> => {
  const { rows } = await sql.query<{ stream_id: string }>(
    `SELECT DISTINCT old.stream_id FROM snapshots old
     WHERE old.stream_type = $1 AND old.state_version < $2 LIMIT $3`,
    [streamType, stateVersion, limit],
  )
  return rows.map((row) => row.stream_id)
}

const toSnapshot = <State>(row: Row<State>): Snapshot<State> => ({
  state: row.state,
  version: row.version,
  position: Number(row.position),
  occurredUntil: row.occurred_until.toISOString(),
})
