import type { RecordedEvent } from '../../events/recorded-event'
import type { StreamName } from '../../events/stream-name'
import type { Sql } from '../postgres/sql'
import type { EventCodec } from '../store/codec'
import type { EventStore } from '../store/event-store'
import { seconds } from '../store/filter-conditions'
import type { Folded } from './aggregate'
import type { Moment } from './moment'
import { eventsUpTo, type FoldReader, type ReadFold } from './read-fold'
import { isOfAnEvent, openKept } from './snapshot-rows'
import type { SignedSnapshot, SnapshotSigner } from './snapshot-signature'

type Row = [
  kind: 'snapshot' | 'archived' | 'event',
  version: number,
  position: string,
  state: unknown,
  eventId: string,
  type: string,
  schemaVersion: number,
  data: object,
  occurredUntil: Date,
  hash: Buffer,
  signature: Buffer,
]

/** What a moment means for snapshots (s) and for the events (e) after one. */
const conditions = {
  head: { snapshot: 'true', event: 'true' },
  version: { snapshot: 's.version <= $4', event: 'e.version <= $4' },
  position: { snapshot: 's.position <= $4', event: 'e.position <= $4' },
  instant: {
    snapshot: 's.occurred_until <= to_timestamp($4)',
    event: `e.version <= (
      SELECT past.version FROM events past
      WHERE past.stream_type = $1 AND past.stream_id = $2 AND past.version > coalesce((SELECT version FROM base), 0)
        AND past.occurred_at <= to_timestamp($4) ORDER BY past.version DESC LIMIT 1)`,
  },
}

const query = (type: Moment['type']): string => `
  WITH base AS MATERIALIZED (
    SELECT s.version, s.position, s.state, s.occurred_until, s.hash, s.signature FROM snapshots s
    WHERE s.stream_type = $1 AND s.stream_id = $2 AND s.state_version = $3 AND ${conditions[type].snapshot}
      AND ${isOfAnEvent}
    ORDER BY s.version DESC LIMIT 1)
  SELECT 'snapshot', version, position, state, NULL::uuid, NULL, NULL::integer, NULL::jsonb,
    occurred_until, hash, signature FROM base
  UNION ALL
  SELECT 'archived', version, last_position, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM archived_streams
  WHERE stream_type = $1 AND stream_id = $2
  UNION ALL
  (SELECT 'event', e.version, e.position, NULL, e.event_id, e.type, e.schema_version, e.data, NULL, NULL, NULL FROM events e
   WHERE e.stream_type = $1 AND e.stream_id = $2 AND e.version > coalesce((SELECT version FROM base), 0)
     AND ${conditions[type].event} ORDER BY e.version)`

const limitOf = (moment: Moment): readonly unknown[] => {
  switch (moment.type) {
    case 'head':
      return []
    case 'version':
      return [Math.min(moment.version, 2 ** 31 - 1)]
    case 'position':
      return [moment.position]
    case 'instant':
      return [seconds(moment.at)]
  }
}

interface Dependencies {
  readonly sql: Sql
  readonly store: Pick<EventStore, 'readStream'>
  readonly signer: SnapshotSigner
  readonly codec: EventCodec
}

/** No fold has this one: what asks for it finds no snapshot. */
const noStateVersion = -1

/**
 * Reads the newest snapshot before a moment and the events after it, in one query. The store is asked for a
 * stream that stands in cold storage. A snapshot that this application didn't sign, or that doesn't open any more, is passed over.
 */
export const createFoldReader = ({ sql, store, signer, codec }: Dependencies): FoldReader => {
  const believe = async <State>(
    kept: SignedSnapshot,
    signature: Buffer,
  ): Promise<Folded<State> | undefined> => {
    const opened = await openKept({ signer, codec }, kept, signature)
    const { version, position } = kept
    return opened && { state: opened.state as State, version, position }
  }

  const read = async <State>(
    { streamType, stateVersion }: { streamType: string; stateVersion: number },
    streamId: string,
    moment: Moment,
  ): Promise<ReadFold<State>> => {
    const stream = { type: streamType, id: streamId }
    const { rows } = await sql.query<Row>({
      name: `read_fold_${moment.type}`,
      text: query(moment.type),
      values: [streamType, streamId, stateVersion, ...limitOf(moment)],
      rowMode: 'array',
    })
    const snapshot = rows.find(([kind]) => kind === 'snapshot')
    const base = snapshot && (await believe<State>(toSigned(stream, stateVersion, snapshot), snapshot[10]))
    if (snapshot && !base) return read({ streamType, stateVersion: noStateVersion }, streamId, moment)
    if (rows.some(([kind]) => kind === 'archived')) {
      return { base, events: await eventsUpTo(store, stream, (base?.version ?? 0) + 1, moment) }
    }
    const stored = rows.filter(([kind]) => kind === 'event').map((row) => toEvent(stream, row))
    return { base, events: await codec.decode(stored) }
  }
  return read
}

const toSigned = (
  stream: StreamName,
  stateVersion: number,
  [, version, position, state, , , , , occurredUntil, hash]: Row,
): SignedSnapshot => ({
  streamType: stream.type,
  streamId: stream.id,
  stateVersion,
  version,
  position: Number(position),
  occurredUntil: occurredUntil.toISOString(),
  hash: hash.toString('hex'),
  state,
})

const toEvent = (
  stream: StreamName,
  [, version, position, , eventId, type, schemaVersion, data]: Row,
): RecordedEvent =>
  ({
    type,
    data,
    schemaVersion,
    eventId,
    streamType: stream.type,
    streamId: stream.id,
    version,
    position: Number(position),
  }) as RecordedEvent
