import * as z from 'zod'
import type { Aggregates } from '../../../kit/server/aggregates/aggregates'
import type { EffectKind } from '../../../kit/server/processes/effects'
import type { EventStore } from '../../../kit/server/store/event-store'
import { cartTotal } from '../../cart/state'
import { storedCart } from '../../cart/wire/stored-cart'
import { storedCustomer } from '../../customer/wire/stored-customer'
import { cartStream } from '../../server/streams'
import type { CartActivity } from '../activity'

/** How long a cart is left alone. */
export interface Patience {
  readonly remindAfterMs: number
  readonly abandonAfterMs: number
}

interface Dependencies {
  readonly store: Pick<EventStore, 'readStream'>
  readonly aggregates: Aggregates
  readonly patience: Patience
}

export const ofCart = z.object({ cartId: z.string() })

/** Looks at a cart: what is found, and how long carts are left alone these days, stands in the log then. */
export const cartActivity = ({ store, aggregates, patience }: Dependencies): EffectKind => ({
  run: async ({ payload }): Promise<CartActivity> => {
    const { cartId } = ofCart.parse(payload)
    const { state: cart, version } = await aggregates.loadFresh(storedCart, cartId)
    const [last] = await store.readStream(cartStream(cartId), { from: version })
    if (!last) throw new Error(`The cart ${cartId} has no event at version ${version}`)
    const { state: customer } = await aggregates.loadFresh(storedCustomer, cart.customerId)
    return {
      isOpen: cart.status === 'active',
      isEmpty: cart.items.length === 0,
      seen: { version, total: cartTotal(cart) },
      lastAt: last.occurredAt,
      mayRemind: customer.mayRemind,
      ...patience,
    }
  },
})
