import pino from 'pino'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyHash } from '../../kit/client/stream-log/verify-hash'
import type { RecordedEvent } from '../../kit/events/recorded-event'
import { erased } from '../../kit/kernel/erased'
import { createAggregates } from '../../kit/server/aggregates/aggregates'
import { head } from '../../kit/server/aggregates/moment'
import { createFoldReader } from '../../kit/server/aggregates/read-fold-postgres'
import { archiveStream } from '../../kit/server/archive/archive-stream'
import { verifyArchive } from '../../kit/server/archive/verify-archive'
import { withArchive } from '../../kit/server/archive/with-archive'
import { asSubscription } from '../../kit/server/projections/as-subscription'
import { rebuild } from '../../kit/server/projections/rebuild'
import { createPostgresStore } from '../../kit/server/store/postgres-store'
import { verifyLog } from '../../kit/server/store/verify-log'
import { catchUp } from '../../kit/server/subscriptions/catch-up'
import { testCodec, testKeys } from '../../kit/testing/codec'
import { testSigner } from '../../kit/testing/connections'
import { query } from '../../kit/testing/embedded-harness'
import { openTestArchive, type TestArchive } from '../../kit/testing/open-archive'
import { cartSearchProjection } from '../cart/server/cart-search-projection'
import { storedCart } from '../cart/wire/stored-cart'
import { cartCreated, checkedOut, itemAdded, newEvent } from '../testing/events'
import { fakeContext } from '../testing/fake-context'
import { openShopDatabase, type ShopDatabase } from '../testing/open-shop-database'
import { serveTestApi } from '../testing/test-api'
import { shopEvents } from '../wire/events/shop-events'
import { cartStream } from './streams'

const api = serveTestApi()
let database: ShopDatabase
let archive: TestArchive
beforeAll(async () => {
  database = await openShopDatabase()
  archive = await openTestArchive(database)
})
afterAll(async () => {
  await archive.close()
  await database.close()
})

const street = '742 Evergreen Terrace'

/** A process with what it remembers, over which the API is served. */
const openNode = () => {
  const { pool } = database
  const keys = testKeys(pool)
  const codec = testCodec(shopEvents, pool, keys)
  const store = withArchive(createPostgresStore(pool, codec), pool, archive.storage, codec)
  const read = createFoldReader({ sql: pool, store, signer: testSigner, codec })
  const aggregates = createAggregates({ store, read })
  api.over(fakeContext({ store, aggregates }))
  const erase = async (person: string) => {
    await query(database.ownerUrl, `DELETE FROM data_keys WHERE person = '${person}'`)
    keys.forget(person)
  }
  return { store, read, aggregates, erase }
}

/** A cart that the shopper checked out. */
const charged = async (customerId = 'shopper'): Promise<string> => {
  const cartId = uuidv7()
  const events = [cartCreated(customerId), itemAdded(), checkedOut()].map((event) => newEvent(event))
  await openNode().store.append({ stream: cartStream(cartId), expectedVersion: 0, events })
  return cartId
}

const textOf = async (path: string): Promise<string> => {
  const response = await api.ask(path, { headers: { authorization: 'Bearer staff' } })
  expect(response.status).toBe(200)
  return response.text()
}

/** All that tells of a cart's events, by name. */
const told = async (cartId: string): Promise<Record<string, string>> => {
  const { store, read } = openNode()
  const stream = cartStream(cartId)
  const [, , last] = await store.readStream(stream)
  return {
    stream: JSON.stringify(await store.readStream(stream)),
    log: JSON.stringify(await store.readAll({ limit: 1_000, filter: { streamTypes: ['cart'] } })),
    event: JSON.stringify(await store.readEvent(last?.eventId ?? '')),
    fold: JSON.stringify((await read(storedCart, cartId, head)).events),
    api: await textOf(`/api/carts/${cartId}/events`),
    window: await textOf(`/api/carts/${cartId}/window?from=0`),
    scan: await textOf(`/api/carts/${cartId}/scan`),
    json: await textOf(`/api/carts/${cartId}/export`),
    ndjson: await textOf(`/api/carts/${cartId}/export?format=ndjson`),
    csv: await textOf(`/api/carts/${cartId}/export?format=csv`),
    cloudEvents: await textOf(`/api/carts/${cartId}/export?format=cloudevents`),
    wholeLog: await textOf('/api/events/export'),
  }
}

const namesOf = (texts: Record<string, string>, text: string): string[] =>
  Object.keys(texts).filter((name) => texts[name]?.includes(text))

const chainOf = async (cartId: string) => {
  const events = JSON.parse(await textOf(`/api/carts/${cartId}/export`)).events as RecordedEvent[]
  return Promise.all(events.map((event, nth) => verifyHash(event, events[nth - 1]?.hash)))
}

const faults = async () => [
  (await verifyLog(database.pool, () => undefined)).faults,
  (await verifyArchive(database.pool, archive.storage)).faults,
]

const verified = { type: 'verified' }

describe('the address of a checkout', () => {
  it('stands in no row of the log', async () => {
    await charged()
    const rows = await query(database.ownerUrl, "SELECT data::text FROM events WHERE type = 'CartCheckedOut'")
    expect(JSON.stringify(rows)).toContain('totalAmount')
    expect(JSON.stringify(rows)).not.toMatch(/Evergreen|Springfield|62701/)
  })

  it('is told to whom it was told before, in every way, and the chain of hashes can be followed', async () => {
    const cartId = await charged()
    const texts = await told(cartId)
    expect(namesOf(texts, street)).toEqual(Object.keys(texts))
    expect(await chainOf(cartId)).toEqual([verified, verified, verified])
  })

  it('is erased everywhere when its key is gone, and nothing else is broken by it', async () => {
    const cartId = await charged('gone')
    const other = await charged('stays')
    await openNode().erase('gone')

    const texts = await told(cartId)
    const { log, wholeLog, ...ofCart } = texts
    expect(namesOf(ofCart, street)).toEqual([])
    expect(namesOf(texts, '$erased')).toEqual(Object.keys(texts))
    expect(namesOf(await told(other), '$erased')).toEqual(['log', 'wholeLog'])
    const { state } = await openNode().aggregates.at(storedCart, cartId, head)
    expect(state).toMatchObject({ status: 'checkedOut', version: 3 })
    expect(await chainOf(cartId)).toEqual([verified, verified, verified])
    expect(await faults()).toEqual([0, 0])
  })

  it('stays sealed in cold storage, and erased there', async () => {
    const cartId = await charged('archived')
    const { position } = (await openNode().store.readStream(cartStream(cartId)))[2] as RecordedEvent
    expect((await archiveStream(archive, cartStream(cartId))).type).toBe('archived')
    expect(await openNode().store.readAll({ after: position - 1, limit: 1 })).toMatchObject([
      { data: checkedOut().data },
    ])
    await openNode().erase('archived')
    const { log, wholeLog, ...ofCart } = await told(cartId)
    expect(namesOf(ofCart, street)).toEqual([])
    expect(await chainOf(cartId)).toEqual([verified, verified, verified])
    expect(await faults()).toEqual([0, 0])
    const [checkout] = await openNode().store.readAll({ after: position - 1, limit: 1 })
    expect(checkout?.data).toMatchObject({ shippingAddress: erased })
  })

  it('is found by its words until they are erased and the index is built anew', async () => {
    const { store, erase } = openNode()
    const events = [cartCreated('searched'), itemAdded(), checkedOut()]
    const address = { ...checkedOut().data.shippingAddress, street: 'Privet Drive' }
    const data = { ...checkedOut().data, shippingAddress: address }
    await store.append({
      stream: cartStream(uuidv7()),
      expectedVersion: 0,
      events: events.map((event) => newEvent(event, event.type === 'CartCheckedOut' ? { data } : {})),
    })
    const log = pino({ level: 'silent' })
    await catchUp({ ...database, log }, asSubscription(cartSearchProjection, store))
    const found = async () =>
      (await query(database.ownerUrl, "SELECT FROM read_models.cart_terms WHERE term = 'text:privet'")).length
    expect(await found()).toBe(1)
    await erase('searched')
    expect((await rebuild({ connection: database.connection, store }, cartSearchProjection)).type).toBe(
      'rebuilt',
    )
    expect(await found()).toBe(0)
  })
})
