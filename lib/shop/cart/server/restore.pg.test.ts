import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAccess } from '../../../kit/server/access/access'
import { createAggregates } from '../../../kit/server/aggregates/aggregates'
import { createHandle } from '../../../kit/server/commands/handle'
import { loadStream } from '../../../kit/server/store/load'
import { foldReaderOf } from '../../../kit/testing/fold-reader'
import { handlerOver } from '../../../kit/testing/handler'
import { shopPolicy } from '../../server/auth/policy'
import { cartStream } from '../../server/streams'
import { cartCreated, itemAdded, newEvent } from '../../testing/events'
import { openShopDatabase, type ShopDatabase } from '../../testing/open-shop-database'
import { streamTypes } from '../../wire/stream-types'
import { cart } from '../cart'
import type { CartEvent } from '../events'
import { holdsTheSame } from '../restore'
import type { CartRequest } from '../wire/commands'
import { type CartCommandDependencies, handleCartRequest } from './cart-commands'

let database: ShopDatabase
beforeAll(async () => {
  database = await openShopDatabase()
})
afterAll(() => database.close())

const shopper = { userId: 'customer-1', role: 'shopper', isGuest: false, name: '', email: '' } as const
const offered = { name: 'A thing', unitPrice: { amount: 100, currency: 'USD' } }

const newNode = (): CartCommandDependencies => {
  const { store, codec } = database
  const aggregates = createAggregates({ store, read: foldReaderOf(database) })
  const catalogue = { offers: async (ids: readonly string[]) => new Map(ids.map((id) => [id, offered])) }
  const access = createAccess({ store, types: streamTypes, policy: shopPolicy })
  const handler = { ...handlerOver(store, codec.registry), aggregates }
  return { ...handler, handle: createHandle(handler), access, catalogue }
}

const stateAfter = (events: readonly CartEvent[], version: number) =>
  cart.fold(cart.initial('c'), events.slice(0, version))

describe('restoring in Postgres', () => {
  it('leaves at every restore the cart of the version it names, whoever writes at the same time', async () => {
    const stream = cartStream('raced')
    const start = [cartCreated(), itemAdded('a', 2), itemAdded('b', 3)].map((event) => newEvent(event))
    await database.store.append({ stream, expectedVersion: 'none', events: start })
    const nodes = [newNode(), newNode()] as const
    const requests = Array.from({ length: 40 }, (_, index): CartRequest => {
      const productId = `product-${index % 5}`
      if (index % 4 === 0) return { type: 'RestoreCart', toVersion: 1 + (index % 3) }
      if (index % 4 === 1) return { type: 'RemoveItem', productId: 'b', quantity: 1, reason: 'r' }
      return { type: 'AddItem', productId, quantity: 1 }
    })
    await Promise.all(
      requests.map((request, index) =>
        handleCartRequest(index % 2 ? nodes[1] : nodes[0], shopper, stream.id, request, {}),
      ),
    )

    const events = await loadStream<CartEvent>(database.store, stream)
    const restored = events.filter((event) => event.type === 'CartRestored')
    expect(restored.length).toBeGreaterThan(3)
    for (const { version, data, metadata } of restored) {
      const [after, then] = [stateAfter(events, version), stateAfter(events, data.toVersion)]
      expect(holdsTheSame(after.items, then.items)).toBe(true)
      const story = events.filter((event) => event.metadata.correlationId === metadata.correlationId)
      expect(story.map((event) => event.version)).toEqual(
        Array.from({ length: version - data.fromVersion }, (_, index) => data.fromVersion + 1 + index),
      )
    }
  })

  it('refuses the highest version there can be, of a cart that is not there or has not come so far', async () => {
    const stream = cartStream('short')
    await database.store.append({ stream, expectedVersion: 'none', events: [newEvent(cartCreated())] })
    const toVersion = 2 ** 31 - 1
    const restore = (cartId: string) =>
      handleCartRequest(newNode(), shopper, cartId, { type: 'RestoreCart', toVersion }, {})
    expect(await restore('short')).toEqual({
      type: 'rejected',
      rejection: { type: 'VersionNotFound', toVersion, headVersion: 1 },
    })
    expect(await restore('nowhere')).toEqual({ type: 'rejected', rejection: { type: 'CartNotFound' } })
  })
})
