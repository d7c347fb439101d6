import fc from 'fast-check'
import type { PoolClient } from 'pg'
import { v4 as uuidv4 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cart } from '../../../shop/cart/cart'
import type { CartEvent } from '../../../shop/cart/events'
import { cartsProjection } from '../../../shop/cart/server/carts-projection'
import { type CartState, cartTotal, itemCount } from '../../../shop/cart/state'
import { storedCart } from '../../../shop/cart/wire/stored-cart'
import { cartStream } from '../../../shop/server/streams'
import { foldReaderOf } from '../../../testing/fold-reader'
import { handlerOver } from '../../../testing/handler'
import { handlerLaws, play, steps } from '../../../testing/handler.laws'
import { openTestDatabase, type TestDatabase } from '../../../testing/open-database'
import type { RecordedEvent } from '../../events/recorded-event'
import { emptyHistory, extendHistory, stateAt } from '../../history/history'
import { createAggregates } from '../aggregates/aggregates'
import { loadStream } from '../store/load'
import type { HandlerDependencies } from './handle'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const forgetful = { get: () => undefined, set: () => undefined }

const aggregatesOf = (cache?: typeof forgetful) =>
  createAggregates({
    store: database.store,
    read: foldReaderOf(database),
    ...(cache && { cache }),
  })

const node = (cache?: typeof forgetful): HandlerDependencies => ({
  ...handlerOver(database.store),
  aggregates: aggregatesOf(cache),
})

describe('laws of the handler', () => {
  handlerLaws(
    'in Postgres, with a cache',
    () => database.store,
    () => node(),
    25,
  )
  handlerLaws(
    'in Postgres, without a cache',
    () => database.store,
    () => node(forgetful),
    25,
  )
})

/** What the read model has of a cart. */
const summaryOf = async (sql: PoolClient, cartId: string) => {
  const { rows } = await sql.query(
    `SELECT customer_id, status, item_count::int AS item_count, total_amount::int AS total_amount, currency, version
     FROM carts WHERE cart_id = $1`,
    [cartId],
  )
  return rows[0]
}

const summarized = (state: CartState) => ({
  customer_id: state.customerId,
  status: state.status,
  item_count: itemCount(state),
  total_amount: cartTotal(state).amount,
  currency: cartTotal(state).currency,
  version: state.version,
})

/** The read model after each of the events, one by one; it is left as it was. */
const summariesAfterEach = async (cartId: string, events: readonly RecordedEvent[]) => {
  const client = await database.pool.connect()
  try {
    await client.query('BEGIN')
    const apply = cartsProjection.begin(database.store)
    const summaries: object[] = []
    for (const event of events) {
      await apply(client, [event])
      summaries.push(await summaryOf(client, cartId))
    }
    return summaries
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

it('the state at any version is the same to server, browser and read model', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const cartId = uuidv4()
      const model = await play(cartId, all, () => node())
      const events = await loadStream<CartEvent>(database.store, cartStream(cartId))
      const inBrowser = extendHistory(emptyHistory(cart.initial(cartId), cart.fold), events)
      const inReadModel = await summariesAfterEach(cartId, events)
      const onServer = aggregatesOf()
      for (let version = 1; version <= model.version; version++) {
        const seen = stateAt(inBrowser, version) as CartState
        expect(seen.version).toBe(version)
        expect((await onServer.at(storedCart, cartId, { type: 'version', version })).state).toEqual(seen)
        expect(inReadModel[version - 1]).toEqual(summarized(seen))
      }
      expect(stateAt(inBrowser, model.version)).toEqual(model)
    }),
    { numRuns: 20 },
  )
})
