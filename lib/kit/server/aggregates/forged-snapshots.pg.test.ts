import pino from 'pino'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CartState } from '../../../shop/cart/state'
import { storedCart } from '../../../shop/cart/wire/stored-cart'
import { cartStream } from '../../../shop/server/streams'
import { testCodec } from '../../../testing/codec'
import { testSigner } from '../../../testing/connections'
import { cartCreated, itemAdded, newEvent } from '../../../testing/events'
import { foldReaderOf } from '../../../testing/fold-reader'
import { openTestDatabase, type TestDatabase } from '../../../testing/open-database'
import { createAggregates } from './aggregates'
import { head } from './moment'
import { createSnapshotKeeper, type SnapshotKeeper } from './snapshot-keeper'
import { createSnapshotSigner } from './snapshot-signature'

let database: TestDatabase
let keeper: SnapshotKeeper
beforeAll(async () => {
  database = await openTestDatabase()
  const { pool, store } = database
  keeper = createSnapshotKeeper({
    sql: pool,
    signer: testSigner,
    codec: testCodec(pool),
    store,
    log: pino({ level: 'silent' }),
  })
})
afterAll(async () => {
  await keeper.stop()
  await database.close()
})

const every10 = { ...storedCart, snapshotEvery: 10 }

/** A cart of 25 events with its two snapshots. */
const kept = async (): Promise<string> => {
  const cartId = uuidv7()
  const events = Array.from({ length: 25 }, (_, nth) =>
    newEvent(nth === 0 ? cartCreated() : itemAdded('chair')),
  )
  await database.store.append({ stream: cartStream(cartId), expectedVersion: 'none', events })
  await keeper.fill(every10, cartId)
  return cartId
}

const load = async (cartId: string): Promise<CartState> => {
  const read = foldReaderOf(database)
  return (await createAggregates({ store: database.store, read }).at(every10, cartId, head)).state
}

const keyframes = (cartId: string) => keeper.read(every10, cartId, { after: 0, limit: 9 })

/** What somebody with the app's own rights may do to the snapshots. */
const forge = (cartId: string, change: string, version = 20) =>
  database.pool.query(
    `WITH old AS (DELETE FROM snapshots WHERE stream_id = $1 AND version = $2 RETURNING *)
     INSERT INTO snapshots (stream_type, stream_id, state_version, version, position, occurred_until, state, hash, signature)
     SELECT stream_type, stream_id, state_version, version, position, occurred_until, ${change} FROM old`,
    [cartId, version],
  )

const atOneCent = `jsonb_set(state, '{items,0,unitPrice,amount}', '1')`

it.each([
  ['another state', `${atOneCent}, hash, signature`],
  ['another state and a signature made up', `${atOneCent}, hash, sha256(state::text::bytea)`],
  ['no signature', `state, hash, ''`],
  ['the hash of no event', `state, sha256('x'), signature`],
])('a snapshot with %s is not believed, and made anew', async (_, change) => {
  const cartId = await kept()
  const truth = await load(cartId)
  const before = await keyframes(cartId)
  for (const version of [20, 10]) {
    expect((await forge(cartId, change, version)).rowCount).toBe(1)
    expect(await load(cartId)).toEqual(truth)
  }
  expect(await keyframes(cartId)).toEqual(before)
  expect(await load(cartId)).toEqual(truth)
})

it('one that was signed for another cart, another version or with another key is not believed', async () => {
  const [cartId, other] = [await kept(), await kept()]
  const before = await keyframes(cartId)
  const of = (id: string, version: number) =>
    `(SELECT signature FROM snapshots WHERE stream_id = '${id}' AND version = ${version})`
  const [newest] = before.slice(-1)
  const stranger = createSnapshotSigner(Buffer.alloc(32, 'k')).sign({
    streamType: 'cart',
    streamId: cartId,
    stateVersion: storedCart.stateVersion,
    ...(newest as NonNullable<typeof newest>),
  })
  for (const signature of [of(other, 20), of(cartId, 10), `'\\x${stranger.toString('hex')}'`]) {
    await forge(cartId, `state, hash, ${signature}`)
    await load(cartId)
    expect(await keyframes(cartId)).toEqual(before)
  }
})

it('one of events that the log has lost is not believed', async () => {
  const cartId = await kept()
  const [, newest] = await keyframes(cartId)
  const lost = { ...newest, version: 30, state: { ...newest?.state, items: [] } } as NonNullable<
    typeof newest
  >
  const signature = testSigner.sign({
    streamType: 'cart',
    streamId: cartId,
    stateVersion: storedCart.stateVersion,
    ...lost,
  })
  await database.pool.query(
    `INSERT INTO snapshots SELECT stream_type, stream_id, state_version, 30, position, occurred_until, $2, hash, $3
     FROM snapshots WHERE stream_id = $1 AND version = 20`,
    [cartId, JSON.stringify(lost.state), signature],
  )
  expect((await load(cartId)).version).toBe(25)
  expect((await keyframes(cartId)).map(({ version }) => version)).toEqual([10, 20])
})
