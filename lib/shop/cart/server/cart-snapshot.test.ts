import { describe, expect, it } from 'vitest'
import { createAggregates } from '../../../kit/server/aggregates/aggregates'
import { readFoldFrom } from '../../../kit/server/aggregates/read-fold'
import { createMemoryStore } from '../../../kit/server/store/memory-store'
import { cartStream } from '../../server/streams'
import { cartCreated, itemAdded, newEvent } from '../../testing/events'
import { shopEvents } from '../../wire/events/shop-events'
import { cartSnapshot } from '../wire/api-carts'
import { snapshotAt } from './cart-snapshot'

const items = [
  { productId: 'lamp', productName: 'The lamp', quantity: 2, unitPrice: { amount: 1599, currency: 'USD' } },
]
const total = { amount: 3198, currency: 'USD' }

const store = createMemoryStore(shopEvents)
const aggregates = createAggregates({ store, read: readFoldFrom(store) })
await store.append({
  stream: cartStream('other'),
  expectedVersion: 'none',
  events: [newEvent(cartCreated())],
})
await store.append({
  stream: cartStream('cart-1'),
  expectedVersion: 'none',
  events: [
    newEvent(cartCreated('ann'), { occurredAt: '2026-11-21T10:00:00.000Z' }),
    newEvent(itemAdded('lamp', 2), { occurredAt: '2026-11-21T11:00:00.000Z' }),
  ],
})

describe('snapshotAt', () => {
  it('gives the cart as it is, and nothing that is not in its schema', async () => {
    const snapshot = await snapshotAt(aggregates, 'cart-1', {})
    const cart = {
      cartId: 'cart-1',
      customerId: 'ann',
      status: 'active',
      version: 2,
      items,
      itemCount: 2,
      total,
    }
    expect(snapshot).toEqual({ type: 'found', cart })
    expect(cartSnapshot.strict().parse(cart)).toEqual(cart)
  })

  it.each([
    [{ version: 0 }, 0],
    [{ version: 1 }, 1],
    [{ at: '2026-11-21T09:59:59Z' }, 0],
    [{ at: '2026-11-21T10:00:00Z' }, 1],
    [{ at: '2026-11-21T11:59:59+01:00' }, 1],
    [{ at: '2030-01-01T00:00:00Z' }, 2],
    [{ position: 1 }, 0],
    [{ position: 2 }, 1],
    [{ position: 99 }, 2],
  ])('%j is version %d', async (moment, version) => {
    expect(await snapshotAt(aggregates, 'cart-1', moment)).toMatchObject({ cart: { version } })
  })

  it('knows nothing yet at version 0', async () => {
    expect(await snapshotAt(aggregates, 'cart-1', { version: 0 })).toMatchObject({
      cart: { status: 'none', items: [] },
    })
  })

  it('refuses a version beyond the head, and tells the head', async () => {
    expect(await snapshotAt(aggregates, 'cart-1', { version: 3 })).toMatchObject({
      status: 404,
      code: 'VersionNotFound',
      data: { headVersion: 2 },
    })
  })
})
