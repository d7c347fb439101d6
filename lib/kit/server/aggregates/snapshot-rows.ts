import type { StreamName } from '../../events/stream-name'
import type { Sql } from '../postgres/sql'
import type { DataKeys } from '../sealing/data-keys'
import { type OpenedState, openState, sealState } from '../sealing/sealed-state'
import type { EventCodec } from '../store/codec'
import type { Foldable, Folded } from './aggregate'
import type { SignedSnapshot, SnapshotSigner } from './snapshot-signature'

export interface Snapshot<State> extends Folded<State> {
  /** The latest time of all events up to it; ISO 8601. */
  readonly occurredUntil: string
  /** Hex; of the event it was made up to. */
  readonly hash: string
  /** The ids of the keys that personal fields of the events up to it are sealed with: it is kept sealed with all of them. */
  readonly keys: readonly string[]
}

interface Row {
  readonly version: number
  readonly position: string
  readonly occurred_until: Date
  readonly state: unknown
  readonly hash: Buffer
  readonly signature: Buffer
}

export interface SnapshotPage {
  /** Only snapshots after this version. */
  readonly after: number
  readonly limit: number
}

type Fold = Pick<Foldable<unknown, never>, 'streamType' | 'stateVersion'>

/** The snapshots of one stream, as one fold makes them. */
export interface StreamSnapshots {
  /** In order of version; undefined where one of them could not be believed, and some are to be made anew. */
  readonly page: <State>(page: SnapshotPage) => Promise<Snapshot<State>[] | undefined>
  readonly newest: <State>() => Promise<Snapshot<State> | undefined>
  /** Of the newest that is there, whether it can be believed or not; 0 where there is none. */
  readonly newestVersion: () => Promise<number>
  /**
   * Takes the place of what is there: of another node's, which is the same, or of one for an event that the log lost. Answers
   * which of their keys are gone: then nothing is kept.
   */
  readonly save: (snapshots: readonly Snapshot<unknown>[]) => Promise<readonly string[]>
  /** Those that an older fold made, once the present one's are there. */
  readonly dropOlder: () => Promise<void>
}

const columns = 'version, position, occurred_until, state, hash, signature'

/** What it takes to keep snapshots, and to believe them. */
export interface SnapshotKeeping {
  readonly sql: Sql
  readonly signer: SnapshotSigner
  readonly codec: Pick<EventCodec, 'keys' | 'keysIn'>
}

const goneOf = async (keys: DataKeys, snapshots: readonly Snapshot<unknown>[]): Promise<string[]> => {
  const ids = [...new Set(snapshots.flatMap((snapshot) => snapshot.keys))]
  if (ids.length === 0) return []
  const found = await keys.find(ids)
  return ids.filter((id) => !found.has(id))
}

/** What a kept state is sealed for. */
const placeOfState = ({
  streamType,
  streamId,
  stateVersion,
  version,
}: Fold & { readonly streamId: string; readonly version: number }): readonly unknown[] => [
  streamType,
  streamId,
  stateVersion,
  version,
]

/** The state in what is kept; undefined where it isn't signed by this application, or is sealed with a key that is gone. */
export const openKept = async (
  { signer, codec }: Pick<SnapshotKeeping, 'signer' | 'codec'>,
  kept: SignedSnapshot,
  signature: Buffer,
): Promise<OpenedState | undefined> =>
  signer.isGenuine(kept, signature) ? openState(codec.keys, kept.state, placeOfState(kept)) : undefined

/**
 * Where one cannot be believed (it isn't signed by this application, is of an event that the log has not, or is sealed with a key that is
 * gone), it is removed with all after it, so that they are made anew.
 */
export const snapshotsOf = (
  keeping: SnapshotKeeping,
  { streamType, stateVersion }: Fold,
  streamId: string,
): StreamSnapshots => {
  const { sql, signer, codec } = keeping
  const stream = [streamType, streamId, stateVersion]

  /** Undefined where one could not be believed. */
  const read = async <State>(rest: string, values: unknown[]): Promise<Snapshot<State>[] | undefined> => {
    const { rows } = await sql.query<Row>(`SELECT ${columns} ${fromStream} ${rest}`, [...stream, ...values])
    const opened = await Promise.all(rows.map(open<State>))
    const unbelieved = rows[opened.indexOf(undefined)]
    if (!unbelieved) return opened as Snapshot<State>[]
    await removeFrom(unbelieved.version)
    return undefined
  }

  const open = async <State>(row: Row): Promise<Snapshot<State> | undefined> => {
    const kept = toKept(row)
    const opened = await openKept(keeping, { streamType, streamId, stateVersion, ...kept }, row.signature)
    return opened && { ...kept, ...opened, state: opened.state as State }
  }

  const removeFrom = (version: number) =>
    sql.query(
      'DELETE FROM snapshots WHERE stream_type = $1 AND stream_id = $2 AND state_version = $3 AND version >= $4',
      [...stream, version],
    )

  return {
    page: ({ after, limit }) => read('AND s.version > $4 ORDER BY s.version LIMIT $5', [after, limit]),
    newest: async <State>() => {
      for (;;) {
        const found = await read<State>('ORDER BY s.version DESC LIMIT 1', [])
        if (found) return found[0]
      }
    },
    newestVersion: async () => {
      const { rows } = await sql.query<Pick<Row, 'version'>>(
        `SELECT s.version ${fromStream} ORDER BY s.version DESC LIMIT 1`,
        stream,
      )
      return rows[0]?.version ?? 0
    },
    save: async (snapshots) => {
      const gone = await goneOf(codec.keys, snapshots)
      if (gone.length > 0) return gone
      const kept = await Promise.all(
        snapshots.map(async (snapshot) => ({
          ...snapshot,
          state: await sealState(
            codec.keys,
            snapshot,
            placeOfState({ streamType, streamId, stateVersion, version: snapshot.version }),
          ),
        })),
      )
      await sql.query(
        `INSERT INTO snapshots (stream_type, stream_id, state_version, version, position, occurred_until, state, hash, signature)
         SELECT $1, $2, $3, s.* FROM unnest($4::integer[], $5::bigint[], $6::timestamptz[], $7::jsonb[], $8::bytea[], $9::bytea[]) AS s
         ON CONFLICT (stream_type, stream_id, state_version, version) DO UPDATE SET position = excluded.position,
           occurred_until = excluded.occurred_until, state = excluded.state, hash = excluded.hash, signature = excluded.signature`,
        [
          ...stream,
          kept.map(({ version }) => version),
          kept.map(({ position }) => position),
          kept.map(({ occurredUntil }) => occurredUntil),
          kept.map(({ state }) => JSON.stringify(state)),
          kept.map(({ hash }) => Buffer.from(hash, 'hex')),
          kept.map((snapshot) => signer.sign({ streamType, streamId, stateVersion, ...snapshot })),
        ],
      )
      return []
    },
    dropOlder: async () => {
      await sql.query(
        'DELETE FROM snapshots WHERE stream_type = $1 AND stream_id = $2 AND state_version < $3',
        stream,
      )
    },
  }
}

/**
 * Is a snapshot (s) of the very event that the log has at its version? After a failover that lost commits it may be of another, or
 * of none. Events of an archived stream aren't at hand: of those the signature alone counts.
 */
export const isOfAnEvent = `(
  EXISTS (SELECT FROM events e
    WHERE e.stream_type = s.stream_type AND e.stream_id = s.stream_id AND e.version = s.version AND e.hash = s.hash)
  OR EXISTS (SELECT FROM archived_streams a WHERE a.stream_type = s.stream_type AND a.stream_id = s.stream_id))`

const fromStream = `FROM snapshots s
  WHERE s.stream_type = $1 AND s.stream_id = $2 AND s.state_version = $3 AND ${isOfAnEvent}`

/** Streams of which only an older fold's snapshots are there. */
export const outdatedStreams = async (
  sql: Sql,
  { streamType, stateVersion }: Fold,
  limit: number,
): Promise<StreamName['id'][]> => {
  const { rows } = await sql.query<{ stream_id: string }>(
    `SELECT DISTINCT old.stream_id FROM snapshots old
     WHERE old.stream_type = $1 AND old.state_version < $2 LIMIT $3`,
    [streamType, stateVersion, limit],
  )
  return rows.map((row) => row.stream_id)
}

const toKept = (row: Row): Omit<Snapshot<unknown>, 'keys'> => ({
  state: row.state,
  version: row.version,
  position: Number(row.position),
  occurredUntil: row.occurred_until.toISOString(),
  hash: row.hash.toString('hex'),
})
