import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import { v7 as uuidv7 } from 'uuid'
import type { EventRegistry } from '../../events/registry'
import { registryOf, type StoredStreamType } from '../../streams/stored-stream-type'
import { type Aggregates, createAggregates } from '../aggregates/aggregates'
import { createFoldReader } from '../aggregates/read-fold-postgres'
import { createSnapshotKeeper, type SnapshotKeeper } from '../aggregates/snapshot-keeper'
import { createSnapshotSigner } from '../aggregates/snapshot-signature'
import type { ColdStorage } from '../archive/cold-storage'
import { withArchive } from '../archive/with-archive'
import type { HandlerDependencies } from '../commands/handle'
import { createKeyedQueue } from '../commands/keyed-queue'
import type { Log } from '../log'
import { deriveKey } from '../postgres/secret/derive-key'
import { createDataKeys } from '../sealing/create-data-keys'
import { createPostgresKeyRows } from '../sealing/postgres-key-rows'
import { createCodec } from '../store/codec'
import type { EventStore } from '../store/event-store'
import { createFingerprint } from '../store/fingerprint'
import { createPostgresStore } from '../store/postgres-store'
import { type AppendWatch, withAppendWatch } from '../store/with-append-watch'
import { type WrittenHere, withWrittenHere } from '../tail/written-here'

export interface EngineOptions {
  /** Connected as the role that may append to the log and not alter it. */
  readonly pool: Pool
  /** Signs snapshots and the fingerprints of commands. */
  readonly secret: string
  /** 32 bytes that wrap the keys of personal fields. */
  readonly masterKey: Buffer
  readonly types: readonly Pick<StoredStreamType, 'eventTypes' | 'retiredEventTypes'>[]
  /** Where streams are that were moved out of the log; left out where none are. */
  readonly storage?: ColdStorage | undefined
  readonly now: () => Date
  readonly log: Log
}

/** Everything between an application's commands and its log. */
export interface Engine {
  readonly registry: EventRegistry
  readonly store: EventStore
  readonly writtenHere: WrittenHere
  readonly appendWatch: AppendWatch
  readonly aggregates: Aggregates
  readonly snapshots: SnapshotKeeper
  /** What `handleCommand` is called with. */
  readonly handler: HandlerDependencies
  /** Waits for what is being made in the background. The pool is left open. */
  readonly stop: () => Promise<void>
}

/** Puts store, archive, aggregates and command handler together over a migrated database. */
export const createEngine = ({
  pool,
  secret,
  masterKey,
  types,
  storage,
  now,
  log,
}: EngineOptions): Engine => {
  const registry = registryOf(types)
  const codec = createCodec(registry, createDataKeys(createPostgresKeyRows(pool), masterKey))
  const { appendWatch, ...watched } = withAppendWatch(createPostgresStore(pool, codec))
  const whole = storage ? withArchive(watched, pool, storage, codec) : watched
  const { writtenHere, ...store } = withWrittenHere(whole, registry)
  const signer = createSnapshotSigner(deriveKey(secret, 'snapshots'))
  const snapshots = createSnapshotKeeper({ sql: pool, signer, codec, store, log })
  const aggregates = createAggregates({
    store,
    read: createFoldReader({ sql: pool, store, signer, codec }),
    onSnapshotDue: snapshots.request,
  })
  const handler: HandlerDependencies = {
    store,
    registry,
    aggregates,
    queue: createKeyedQueue(),
    fingerprint: createFingerprint(secret),
    now,
    newId: () => uuidv7(),
    backOff: (attempt) => sleep(Math.random() * 2 ** Math.min(attempt, 6)),
  }
  return { registry, store, writtenHere, appendWatch, aggregates, snapshots, handler, stop: snapshots.stop }
}
