import { describe, expect, it } from 'vitest'
import { cartSnapshot } from '../../protocol/api-carts'
import { cartCreated, itemAdded, recorded } from '../../testing/events'
import { snapshotAt } from './cart-snapshot'

const times = ['2026-11-21T10:00:00.000Z', '2026-11-21T11:00:00.000Z']
const events = recorded([cartCreated('ann'), itemAdded('lamp', 2)]).map((event, index) => ({
  ...event,
  occurredAt: times[index] as string,
}))
const items = [
  { productId: 'lamp', productName: 'The lamp', quantity: 2, unitPrice: { amount: 1599, currency: 'USD' } },
]
const total = { amount: 3198, currency: 'USD' }

describe('snapshotAt', () => {
  it('gives the cart as it is, and nothing that is not in its schema', () => {
    const snapshot = snapshotAt('cart-1', events, {})
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
  ])('%j is version %d', (moment, version) => {
    expect(snapshotAt('cart-1', events, moment)).toMatchObject({ cart: { version } })
  })

  it('knows nothing yet at version 0', () => {
    expect(snapshotAt('cart-1', events, { version: 0 })).toMatchObject({
      cart: { status: 'none', items: [] },
    })
  })

  it('refuses a version beyond the head, and tells the head', () => {
    expect(snapshotAt('cart-1', events, { version: 3 })).toMatchObject({
      status: 404,
      code: 'VersionNotFound',
      data: { headVersion: 2 },
    })
  })
})
