import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { createAccess, type StreamAccess } from '../../kit/server/access/access'
import { type Aggregates, createAggregates } from '../../kit/server/aggregates/aggregates'
import { createFoldReader } from '../../kit/server/aggregates/read-fold-postgres'
import { createSnapshotKeeper, type SnapshotKeeper } from '../../kit/server/aggregates/snapshot-keeper'
import { createSnapshotSigner } from '../../kit/server/aggregates/snapshot-signature'
import { createFolderStorage } from '../../kit/server/archive/folder-storage'
import { withArchive } from '../../kit/server/archive/with-archive'
import { createKeyedQueue } from '../../kit/server/commands/keyed-queue'
import type { FileFormats } from '../../kit/server/export/file-formats'
import type { FindCaller, Identify } from '../../kit/server/http/caller'
import { createBudget } from '../../kit/server/limits/budget'
import type { Log } from '../../kit/server/log'
import { startDatabaseClock } from '../../kit/server/postgres/database-clock'
import { createPool } from '../../kit/server/postgres/pool'
import { deriveKey } from '../../kit/server/postgres/secret/derive-key'
import { createCodec } from '../../kit/server/store/codec'
import type { EventStore } from '../../kit/server/store/event-store'
import { createFingerprint } from '../../kit/server/store/fingerprint'
import { createPostgresStore } from '../../kit/server/store/postgres-store'
import { type AppendWatch, withAppendWatch } from '../../kit/server/store/with-append-watch'
import { createOutlines, type Outlines } from '../../kit/server/streams/outlines'
import { type WrittenHere, withWrittenHere } from '../../kit/server/tail/written-here'
import type { StoredStreamTypes } from '../../kit/streams/stored-stream-types'
import type { CartCommandDependencies } from '../cart/server/cart-commands'
import { type Catalogue, createCatalogue } from '../product/server/catalogue'
import { shopEvents } from '../wire/events/shop-events'
import type { ShopIdentity } from '../wire/shop-identity'
import { streamTypes } from '../wire/stream-types'
import { type Auth, createAuth } from './auth/auth'
import { rememberCallers } from './auth/caller'
import { createFindCaller, createIdentify } from './auth/identify'
import { onDatabaseTime } from './auth/on-database-time'
import { shopPolicy } from './auth/policy'
import { createSignUpBudget, type SignUpBudget } from './auth/sign-up-budget'
import { createPasswordTries, type Tries } from './auth/tries'
import type { Config } from './config'
import { openDataKeys } from './data-keys'
import { fileFormats } from './export-files'
import type { PrismaClient } from './generated/prisma/client'
import type { Database } from './open-database'
import { createPrisma } from './prisma'
import { createReadModels, type ReadModels } from './read-models'

const day = 24 * 60 * 60

/** Everything that is made once for a process. What needs a part of it gets it as an argument. */
export interface Context {
  readonly log: Log
  readonly pool: Pool
  readonly prisma: PrismaClient
  readonly store: EventStore
  readonly writtenHere: WrittenHere
  readonly appendWatch: AppendWatch
  readonly aggregates: Aggregates
  readonly snapshots: SnapshotKeeper
  readonly outlines: Outlines
  /** Who may see and send what. */
  readonly access: StreamAccess<ShopIdentity>
  readonly types: StoredStreamTypes
  readonly fileFormats: FileFormats
  readonly catalogue: Catalogue
  readonly readModels: ReadModels
  readonly auth: Auth
  /** Who asks, and with which key; remembered for seconds. */
  readonly findCaller: FindCaller<ShopIdentity>
  readonly identify: Identify<ShopIdentity>
  /** How often accounts are tried and made. */
  readonly passwordTries: Tries
  readonly signUpBudget: SignUpBudget
  readonly commands: CartCommandDependencies
  readonly close: () => Promise<void>
}

/** Puts the parts together over a migrated database. */
export const createContext = async (
  config: Pick<Config, 'archiveDir' | 'publicUrl' | 'signUpTriesPerHour' | 'limits'>,
  { pool: connection, secret, masterKey }: Pick<Database, 'pool' | 'secret' | 'masterKey'>,
  log: Log,
): Promise<Context> => {
  const pool = createPool(connection, (error) => log.warn({ err: error }, 'A database connection broke'))
  const callers = rememberCallers({ find: (headers) => findCaller(headers) })
  const prisma = createPrisma(pool, callers.forget)
  const codec = createCodec(shopEvents, openDataKeys(pool, await masterKey()))
  const { appendWatch, ...watched } = withAppendWatch(createPostgresStore(pool, codec))
  const { writtenHere, ...store } = withWrittenHere(
    withArchive(watched, pool, createFolderStorage(config.archiveDir), codec),
    shopEvents,
  )
  const signer = createSnapshotSigner(deriveKey(secret, 'snapshots'))
  const snapshots = createSnapshotKeeper({ sql: pool, signer, codec, store, log })
  const aggregates = createAggregates({
    store,
    read: createFoldReader({ sql: pool, store, signer, codec }),
    onSnapshotDue: snapshots.request,
  })
  const access = createAccess({ store, types: streamTypes, policy: shopPolicy })
  const catalogue = createCatalogue(prisma)
  const { limits } = config
  const clock = await startDatabaseClock({ sql: pool, log })
  const auth = createAuth({
    prisma: onDatabaseTime(prisma, clock.ahead),
    secret,
    publicUrl: config.publicUrl,
    passwordsAtOnce: limits.passwordsAtOnce,
    log,
  })
  const findCaller = createFindCaller(auth, prisma, clock.now)
  return {
    log,
    pool,
    prisma,
    store,
    writtenHere,
    appendWatch,
    aggregates,
    snapshots,
    outlines: createOutlines({ sql: pool, registry: shopEvents, store }),
    access,
    types: streamTypes,
    fileFormats,
    catalogue,
    readModels: createReadModels({ pool }),
    auth,
    findCaller: callers.find,
    identify: createIdentify(callers.find),
    passwordTries: createPasswordTries(() => performance.now()),
    signUpBudget: createSignUpBudget(config.signUpTriesPerHour),
    commands: {
      store,
      access,
      registry: shopEvents,
      aggregates,
      catalogue,
      unchanging: createBudget(limits.refusalsPerPerson, day),
      queue: createKeyedQueue(),
      fingerprint: createFingerprint(secret),
      now: clock.now,
      newId: () => uuidv7(),
      backOff: (attempt) => sleep(Math.random() * 2 ** Math.min(attempt, 6)),
    },
    close: async () => {
      clock.stop()
      await snapshots.stop()
      await prisma.$disconnect()
      await pool.end()
    },
  }
}
