import fc from 'fast-check'
import type { PoolClient } from 'pg'
import { v4 as uuidv4 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RecordedEvent } from '../../../kit/events/recorded-event'
import { emptyHistory, extendHistory, stateAt } from '../../../kit/history/history'
import { createAggregates } from '../../../kit/server/aggregates/aggregates'
import type { HandlerDependencies } from '../../../kit/server/commands/handle'
import { doWrites } from '../../../kit/server/postgres/write'
import { loadStream } from '../../../kit/server/store/load'
import { foldReaderOf } from '../../../kit/testing/fold-reader'
import { handlerOver } from '../../../kit/testing/handler'
import { handlerLaws, play, stepsOf } from '../../../kit/testing/handler.laws'
import { cartStream } from '../../server/streams'
import { anyCart } from '../../testing/any-cart'
import { openShopDatabase, type ShopDatabase } from '../../testing/open-shop-database'
import { shopEvents } from '../../wire/events/shop-events'
import { cart } from '../cart'
import type { CartEvent } from '../events'
import { type CartState, cartTotal, itemCount } from '../state'
import { storedCart } from '../wire/stored-cart'
import { cartsProjection } from './carts-projection'

let database: ShopDatabase
beforeAll(async () => {
  database = await openShopDatabase()
})
afterAll(() => database.close())

const aggregates = () => createAggregates({ store: database.store, read: foldReaderOf(database) })
const node = (): HandlerDependencies => ({
  ...handlerOver(database.store, shopEvents),
  aggregates: aggregates(),
})

describe('laws of the handler, for carts', () => {
  handlerLaws('in Postgres', anyCart, { store: () => database.store, startNode: node, numRuns: 25 })
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
    const project = cartsProjection.begin(database.store)
    const summaries: object[] = []
    for (const event of events) {
      await doWrites(client, await project([event]))
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
    fc.asyncProperty(stepsOf(anyCart), async (all) => {
      const cartId = uuidv4()
      const model = await play(storedCart, cartId, all, node)
      const events = await loadStream<CartEvent>(database.store, cartStream(cartId))
      const inBrowser = extendHistory(emptyHistory(cart.initial(cartId), cart.fold), events)
      const inReadModel = await summariesAfterEach(cartId, events)
      const onServer = aggregates()
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
