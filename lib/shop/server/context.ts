import type { Pool } from 'pg'
import { createAccess, type StreamAccess } from '../../kit/server/access/access'
import type { Aggregates } from '../../kit/server/aggregates/aggregates'
import { head } from '../../kit/server/aggregates/moment'
import type { SnapshotKeeper } from '../../kit/server/aggregates/snapshot-keeper'
import { createFolderStorage } from '../../kit/server/archive/folder-storage'
import { createHandle } from '../../kit/server/commands/handle'
import { createEngine, type Engine } from '../../kit/server/engine/engine'
import type { FileFormats } from '../../kit/server/export/file-formats'
import type { Identify } from '../../kit/server/http/caller'
import { createBudget } from '../../kit/server/limits/budget'
import type { Log } from '../../kit/server/log'
import { createMailRoom, type MailRoom } from '../../kit/server/mail/mail-room'
import { startDatabaseClock } from '../../kit/server/postgres/database-clock'
import { createPool } from '../../kit/server/postgres/pool'
import { createProcesses, type Processes } from '../../kit/server/processes/processes'
import type { RelayTarget } from '../../kit/server/relay/target'
import type { EventStore } from '../../kit/server/store/event-store'
import type { AppendWatch } from '../../kit/server/store/with-append-watch'
import { createOutlines, type Outlines } from '../../kit/server/streams/outlines'
import type { StoredStreamTypes } from '../../kit/streams/stored-stream-types'
import type { ProblemKinds } from '../../kit/wire/problem-kinds'
import { abandonmentEffects } from '../abandonment/server/abandonment-effects'
import { createUnsubscribe, type Unsubscribe } from '../abandonment/server/unsubscribe'
import type { CartCommandDependencies } from '../cart/server/cart-commands'
import { createPlaceOrder } from '../cart/server/place-order'
import type { PricingDependencies } from '../cart/server/price-order'
import { createAddressTag } from '../customer/server/address-tag'
import type { AddressDependencies } from '../customer/server/ask-for-address'
import { createSignUpInLog, type SignUpInLog } from '../customer/server/sign-up-in-log'
import { type CoverEdit, createCoverEdit } from '../fulfilment/server/cover-edit'
import { fulfilmentEffects } from '../fulfilment/server/fulfilment-effects'
import { hearPayment } from '../fulfilment/server/hear-payment'
import { createPayments, type Payments } from '../payment/server/payments'
import { createPostgresTestProvider } from '../payment/server/postgres-test-provider'
import { type Catalogue, createCatalogue } from '../product/server/catalogue'
import { shopTermsId } from '../terms/terms-stream'
import { storedTerms } from '../terms/wire/stored-terms'
import { problemKinds } from '../wire/problem-kinds'
import { processTypes } from '../wire/process-types'
import type { ShopIdentity } from '../wire/shop-identity'
import { streamTypes } from '../wire/stream-types'
import { type Auth, createAuth } from './auth/auth'
import { createFindCaller, createIdentify } from './auth/identify'
import { createMailBudget, type MailBudget } from './auth/mail-budget'
import { onDatabaseTime } from './auth/on-database-time'
import { followPeople, type People } from './auth/people'
import { shopPolicy } from './auth/policy'
import { createPasswordTries, type Tries } from './auth/tries'
import type { Config } from './config'
import { fileFormats } from './export-files'
import type { PrismaClient } from './generated/prisma/client'
import { createToUrl, type ToUrl } from './mail/account-letters'
import type { Database } from './open-database'
import { createPrisma } from './prisma'
import { createReadModels, type ReadModels } from './read-models'

const day = 24 * 60 * 60

/** Everything that is made once for a process. What needs a part of it gets it as an argument. */
export interface Context {
  readonly log: Log
  /** The database's time. */
  readonly now: () => Date
  readonly pool: Pool
  readonly prisma: PrismaClient
  readonly engine: Engine
  readonly store: EventStore
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
  readonly mail: MailRoom
  /** How many mails anybody may have sent. */
  readonly mailBudget: MailBudget
  /** Where the public finds a page of the shop. */
  readonly toUrl: ToUrl
  readonly auth: Auth
  /** What it takes to give a customer a sign-in address. */
  readonly addresses: AddressDependencies
  readonly signUpInLog: SignUpInLog
  /** Who asks, and with which key: remembered until it changes. */
  readonly people: People
  readonly identify: Identify<ShopIdentity>
  readonly problemKinds: ProblemKinds
  /** How often accounts are tried. */
  readonly passwordTries: Tries
  readonly commands: CartCommandDependencies
  /** What orders come to. */
  readonly pricing: PricingDependencies
  /** Has what an order's edit costs more authorised before it is made. */
  readonly coverEdit: CoverEdit
  /** What acts on the log. */
  readonly processes: Processes
  /** Signs the links that stop reminders. */
  readonly unsubscribe: Unsubscribe
  /** Who moves money for the shop. */
  readonly payments: Payments
  /** Where the public finds the shop. */
  readonly publicUrl: string
  /** Where the log is relayed to. */
  readonly relayTargets: readonly RelayTarget[]
  readonly close: () => Promise<void>
}

/** Puts the parts together over a migrated database. */
export const createContext = async (
  config: Pick<
    Config,
    | 'archiveDir'
    | 'publicUrl'
    | 'relayTargets'
    | 'signUpTriesPerHour'
    | 'smtp'
    | 'limits'
    | 'patience'
    | 'stripe'
  >,
  { pool: connection, secret, masterKey }: Pick<Database, 'pool' | 'secret' | 'masterKey'>,
  log: Log,
): Promise<Context> => {
  const pool = createPool(connection, (error) => log.warn({ err: error }, 'A database connection broke'))
  const clock = await startDatabaseClock({ sql: pool, log })
  const engine = createEngine({
    pool,
    secret,
    masterKey: await masterKey(),
    types: streamTypes.all,
    storage: createFolderStorage(config.archiveDir),
    now: clock.now,
    log,
  })
  const { store, aggregates } = engine
  const prisma = createPrisma(pool, () => people.settle())
  const access = createAccess({ store, types: streamTypes, policy: shopPolicy })
  const catalogue = createCatalogue({ sql: pool, store })
  const { limits, patience } = config
  const handle = createHandle(engine.handler)
  const unsubscribe = createUnsubscribe(secret)
  const addresses = { ...engine.handler, addressTag: createAddressTag(secret) }
  const toUrl = createToUrl(config.publicUrl)
  const mail = createMailRoom({
    sql: pool,
    secret,
    domain: new URL(config.publicUrl).hostname,
    smtp: config.smtp,
    log,
  })
  const payments = createPayments({
    store: createPostgresTestProvider(pool),
    now: clock.now,
    toUrl,
    stripe: config.stripe,
    notify: (notice) => hearPayment({ provider: payments.provider, handle }, notice),
  })
  const auth = createAuth({
    prisma: onDatabaseTime(prisma, clock.ahead),
    secret,
    publicUrl: config.publicUrl,
    passwordsAtOnce: limits.passwordsAtOnce,
    log,
  })
  const people = followPeople({
    connection,
    find: createFindCaller(auth, prisma, clock.now),
    now: clock.now,
    log,
  })
  const pricing: PricingDependencies = {
    terms: async () => (await aggregates.at(storedTerms, shopTermsId, head)).state,
    categories: catalogue.categoriesOf,
    now: clock.now,
  }
  return {
    log,
    pricing,
    now: clock.now,
    pool,
    prisma,
    engine,
    store,
    aggregates,
    appendWatch: engine.appendWatch,
    snapshots: engine.snapshots,
    outlines: createOutlines({ sql: pool, registry: engine.registry, store }),
    access,
    types: streamTypes,
    fileFormats,
    catalogue,
    readModels: createReadModels({ pool }),
    mail,
    auth,
    addresses,
    signUpInLog: createSignUpInLog(addresses),
    people,
    identify: createIdentify(people.find),
    problemKinds,
    passwordTries: createPasswordTries(() => performance.now()),
    mailBudget: createMailBudget(config.signUpTriesPerHour),
    toUrl,
    commands: {
      handle,
      store,
      access,
      aggregates,
      catalogue,
      placeOrder: createPlaceOrder(pricing),
      unchanging: createBudget(limits.refusalsPerPerson, day),
      now: clock.now,
      newId: engine.handler.newId,
    },
    coverEdit: createCoverEdit({ aggregates, handle, provider: payments.provider, toUrl }),
    processes: createProcesses({
      pool,
      store,
      handle,
      aggregates,
      processes: processTypes,
      types: streamTypes,
      effects: {
        ...abandonmentEffects({ store, aggregates, patience, prisma, unsubscribe, mail, toUrl }),
        ...fulfilmentEffects({ store, aggregates, handle, mail, toUrl, provider: payments.provider }),
      },
      actorOf: (streamType) => ({ kind: 'system', id: streamType }),
      now: clock.now,
      log,
    }),
    unsubscribe,
    payments,
    publicUrl: config.publicUrl,
    relayTargets: config.relayTargets,
    close: async () => {
      payments.stop()
      clock.stop()
      await people.stop()
      await engine.stop()
      await prisma.$disconnect()
      await pool.end()
    },
  }
}
