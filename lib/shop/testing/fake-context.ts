import pino from 'pino'
import { v7 as uuidv7 } from 'uuid'
import { createAccess } from '../../kit/server/access/access'
import { createAggregates } from '../../kit/server/aggregates/aggregates'
import { readFoldFrom } from '../../kit/server/aggregates/read-fold'
import { createHandle } from '../../kit/server/commands/handle'
import { createKeyedQueue } from '../../kit/server/commands/keyed-queue'
import type { Credentials } from '../../kit/server/http/caller'
import type { Sql } from '../../kit/server/postgres/sql'
import { createFingerprint } from '../../kit/server/store/fingerprint'
import { createMemoryStore } from '../../kit/server/store/memory-store'
import { createOutlines } from '../../kit/server/streams/outlines'
import { createUnsubscribe } from '../abandonment/server/unsubscribe'
import { createAddressTag } from '../customer/server/address-tag'
import { createSignUpInLog } from '../customer/server/sign-up-in-log'
import { storedCustomer } from '../customer/wire/stored-customer'
import { createPayments } from '../payment/server/payments'
import { shopPolicy } from '../server/auth/policy'
import { fileFormats } from '../server/export-files'
import { createToUrl } from '../server/mail/account-letters'
import type { ServerContext } from '../server/shared-context'
import { shopTermsId } from '../terms/terms-stream'
import { storedTerms } from '../terms/wire/stored-terms'
import { shopEvents } from '../wire/events/shop-events'
import { problemKinds } from '../wire/problem-kinds'
import { streamTypes } from '../wire/stream-types'
import { createMemoryTestProvider } from './payment/memory-test-provider'
import { person } from './person'

/** The API keys that the fake server knows are just these names. */
const people = new Map([
  ['shopper', person('shopper', 'shopper')],
  ['other', person('other', 'shopper')],
  ['staff', person('staff', 'staff')],
])

const product = { name: 'Lamp', unitPrice: { amount: 1599, currency: 'USD' } }

const noCarts = {
  carts: 0,
  active: 0,
  checkedOut: 0,
  abandoned: 0,
  spent: [],
  firstSeenAt: '2026-11-21T14:03:22.000Z',
  lastSeenAt: '2026-11-21T14:03:22.000Z',
}

const noRows = { query: async () => ({ rows: [] }) } as unknown as Sql

/** A server in memory, as far as the API needs one. `over` replaces parts of it. */
export const fakeContext = (over: Partial<ServerContext> = {}): ServerContext => {
  const store = createMemoryStore(shopEvents)
  const aggregates = createAggregates({ store, read: readFoldFrom(store) })
  const access = createAccess({ store: over.store ?? store, types: streamTypes, policy: shopPolicy })
  const catalogue = {
    offers: async (ids: readonly string[]) =>
      new Map(ids.filter((id) => id === 'lamp').map((id) => [id, product])),
    search: async () => ({ products: [], next: null }),
    categories: async () => [],
    waitFor: async (position = 0) => ({ asOf: 0, behind: position > 0 }),
  }
  const readModels = {
    waitFor: async (_name: string, position = 0) => ({ asOf: 0, behind: position > 0 }),
    waitForCarts: async (position = 0) => ({ asOf: 0, behind: position > 0 }),
    waitForCustomers: async (position = 0) => ({ asOf: 0, behind: position > 0 }),
    waitForCatalogue: async (position = 0) => ({ asOf: 0, behind: position > 0 }),
    staffProducts: async () => ({ products: [], next: null }),
    openCartsWith: async () => ({ carts: 0, pieces: 0, isMore: false }),
    carts: async () => ({ type: 'found', carts: [], next: null }),
    orders: async () => ({ orders: [], next: null }),
    orderCounts: async () => undefined,
    customers: async () => ({ customers: [], next: null }),
    customer: async (customerId: string) =>
      (await aggregates.loadFresh(storedCustomer, customerId)).version > 0
        ? { ...noCarts, customerId }
        : undefined,
    demand: async () => ({ products: [], next: null }),
    salesDays: async () => ({ days: [], next: null }),
  }
  const prisma = {
    user: { findFirst: async () => null, findUnique: async () => null },
    event: {
      findFirst: async ({ where }: { where: { streamType: string; streamId: string } }) =>
        (await store.readStream({ type: where.streamType, id: where.streamId })).at(-1) ?? null,
    },
  }
  const clockAndIds = { now: () => new Date('2026-11-21T14:03:22Z'), newId: () => uuidv7() }
  const handler = {
    ...clockAndIds,
    store,
    registry: shopEvents,
    aggregates,
    queue: createKeyedQueue(),
    fingerprint: createFingerprint('a secret for tests'),
    backOff: async () => undefined,
  }
  const handle = createHandle(handler)
  const addresses = { ...handler, addressTag: createAddressTag('a secret for tests') }
  const context = {
    log: pino({ level: 'silent' }),
    store,
    aggregates,
    snapshots: { read: async () => ({ snapshots: [], headVersion: 0 }) },
    catalogue,
    readModels,
    prisma,
    outlines: createOutlines({ sql: noRows, registry: shopEvents, store }),
    access,
    types: streamTypes,
    fileFormats,
    readiness: { check: async () => ({ ready: true }), canRead: async () => true, leave: () => undefined },
    addresses,
    signUpInLog: createSignUpInLog(addresses),
    identify: async ({ authorization, cookie = '' }: Credentials) =>
      people.get(authorization?.replace('Bearer ', '') || cookie),
    problemKinds,
    processes: {
      desk: {
        has: (name: string) => name === 'abandonment',
        list: async () => [
          {
            name: 'abandonment',
            status: 'running',
            position: 0,
            behind: 0,
            waitingInstances: 0,
            waitingInputs: 0,
            parked: 0,
          },
        ],
        parked: async () => [],
        retry: async () => 0,
      },
    },
    coverEdit: async () => undefined,
    payments: createPayments({
      ...clockAndIds,
      store: createMemoryTestProvider(),
      toUrl: createToUrl('http://localhost:3000'),
      stripe: undefined,
      notify: async () => undefined,
    }),
    unsubscribe: createUnsubscribe('a secret for tests'),
    publicUrl: 'http://localhost:3000',
    pool: noRows as unknown as ServerContext['pool'],
    relayTargets: [],
    pricing: {
      ...clockAndIds,
      terms: async () => (await aggregates.loadFresh(storedTerms, shopTermsId)).state,
      categories: async () => new Map(),
    },
    commands: { ...clockAndIds, handle, store, access, aggregates, catalogue },
    ...over,
  }
  return context as unknown as ServerContext
}
