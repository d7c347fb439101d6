import type { ProcessType } from '../../processes/process-type'
import type { StoredStreamType } from '../../streams/stored-stream-type'
import { storedStreamTypes } from '../../streams/stored-stream-types'
import type { Foldable, Folded } from '../aggregates/aggregate'
import { head, type Moment } from '../aggregates/moment'
import { createHandle, type Handle } from '../commands/handle'
import { createLog, type Log } from '../log'
import { startDatabaseClock } from '../postgres/database-clock'
import { migrate } from '../postgres/migrate'
import { createPool } from '../postgres/pool'
import { appConnection, ensureRoles } from '../postgres/roles'
import { MasterKeyError, parseMasterKey, recordMasterKey } from '../postgres/secret/master-key'
import { withClient } from '../postgres/with-client'
import type { EffectKinds } from '../processes/effects'
import { createProcesses } from '../processes/processes'
import { asSubscription } from '../projections/as-subscription'
import type { Projection } from '../projections/projection'
import { createRelay } from '../relay/relay'
import type { RelayTarget } from '../relay/target'
import { eventIndexSubscription } from '../subscriptions/event-index'
import type { Subscription } from '../subscriptions/subscription'
import { createEngine, type Engine } from './engine'
import { followLog } from './follow-log'

export interface OpenEngineOptions {
  /** A database of the application's own, as whoever may make roles and tables in it. */
  readonly databaseUrl: string
  /** At least 32 characters that nobody else knows: it makes the roles' passwords, and signs snapshots. */
  readonly secret: string
  /** 32 bytes, in base64 or hex, that wrap the keys of personal fields. Who loses it loses those fields. */
  readonly masterKey: string
  readonly types: readonly StoredStreamType[]
  /** The folder with the kit's migrations, and with the application's own beside them. */
  readonly migrationsDir: string
  /** Read models, each kept up from its checkpoint. */
  readonly projections?: readonly Projection[]
  /** What acts on the log. */
  readonly processes?: readonly ProcessType[]
  /** How what they ask for outside of the log is done, by its kind. */
  readonly effects?: EffectKinds
  /** Where the log is relayed to; `parseTargets` reads it from JSON. */
  readonly relayTargets?: readonly RelayTarget[]
  /** What else follows the log. */
  readonly subscriptions?: readonly Subscription[]
  readonly log?: Log
}

export interface OpenEngine extends Engine {
  /** Decides a command on its stream's state and appends what comes of it. */
  readonly handle: Handle
  /** A stream's state at its head, or at a moment of its past. */
  readonly stateAt: <State, Event>(
    type: Foldable<State, Event>,
    streamId: string,
    moment?: Moment,
  ) => Promise<Folded<State>>
  readonly close: () => Promise<void>
}

/**
 * Opens a database for an application: makes its roles, applies the migrations, and follows the log with read models
 * and subscriptions.
 * @throws MasterKeyError, RoleError, MigrationError: each says what to do.
 */
export const openEngine = async (options: OpenEngineOptions): Promise<OpenEngine> => {
  const { databaseUrl, secret, projections = [], processes = [], effects = {}, subscriptions = [] } = options
  const types = storedStreamTypes([...options.types, ...processes])
  const masterKey = parseMasterKey(options.masterKey)
  if (!masterKey) throw new MasterKeyError('The master key has to be 32 bytes, in base64 or hex')
  const log = options.log ?? createLog('warn')
  await prepare(options, masterKey, log)
  const undo: (() => unknown)[] = []
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }

  try {
    const connection = appConnection(databaseUrl, secret)
    const pool = createPool({ ...connection, max: 20 }, (error) =>
      log.warn({ err: error }, 'A connection broke'),
    )
    undo.push(() => pool.end())
    const clock = await startDatabaseClock({ sql: pool, log })
    undo.push(clock.stop)
    const engine = createEngine({ pool, secret, masterKey, types: types.all, now: clock.now, log })
    undo.push(engine.stop)
    const handle = createHandle(engine.handler)
    const acting = createProcesses({
      ...engine,
      pool,
      handle,
      processes,
      types,
      effects,
      actorOf: (streamType) => ({ kind: 'process', id: streamType }),
      now: clock.now,
      log,
    })
    const { registry, store } = engine
    const targets = options.relayTargets ?? []
    const relay = createRelay({ targets, pool, store, registry, now: clock.now, log })
    undo.push(relay.close)
    const followers = [
      eventIndexSubscription,
      ...projections.map((each) => asSubscription(each, store)),
      ...acting.subscriptions,
      ...relay.subscriptions,
      ...subscriptions,
    ]
    const followed = await followLog({ engine, pool, connection, subscriptions: followers, log })
    undo.push(followed.stop)
    if (processes.length > 0) undo.push(acting.start(followed.leases).stop)
    undo.push(relay.start(followed.leases).stop)
    return {
      ...engine,
      handle,
      stateAt: (type, streamId, moment = head) => engine.aggregates.at(type, streamId, moment),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Roles and tables, as the database's owner. */
const prepare = async (
  { databaseUrl, secret, migrationsDir }: OpenEngineOptions,
  masterKey: Buffer,
  log: Log,
): Promise<void> => {
  await ensureRoles(databaseUrl, { secret, mayResetPasswords: false })
  await migrate({ url: databaseUrl, migrationsDir, log: (text) => log.info(text) })
  if (await withClient(databaseUrl, (sql) => recordMasterKey(sql, masterKey))) return
  throw new MasterKeyError(
    'This is not the master key that personal data in this database is sealed with. Open it with that key: where it is lost, so is what was sealed with it.',
  )
}
