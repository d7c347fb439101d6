import { describe, it } from 'vitest'
import { cartCreated, itemAdded } from '../../testing/events'
import { given } from '../../testing/given'
import { cart } from './cart'
import type { RestoreCart } from './commands'
import type { CartEvent } from './events'

const removed = (productId: string, quantity: number, reason = 'r'): CartEvent => ({
  type: 'ItemRemoved',
  data: { productId, quantity, reason },
})
const changed = (productId: string, oldQuantity: number, newQuantity: number): CartEvent => ({
  type: 'ItemQuantityChanged',
  data: { productId, oldQuantity, newQuantity },
})
const restored = (fromVersion: number, toVersion: number, reason = 'r'): CartEvent => ({
  type: 'CartRestored',
  data: { fromVersion, toVersion, reason },
})
const checkedOut: CartEvent = {
  type: 'CartCheckedOut',
  data: {
    payment: { method: 'card' },
    totalAmount: { amount: 1599, currency: 'USD' },
    shippingAddress: { street: 's', city: 'c', state: 's', zipCode: 'z', country: 'c' },
  },
}
const abandoned: CartEvent = { type: 'CartAbandoned', data: { reason: 'r' } }

/** A cart with these events, asked to go back to a version of theirs. */
const restoring = (toVersion: number, ...history: CartEvent[]) => {
  const past = cart.fold(cart.initial('stream-1'), history.slice(0, toVersion))
  const command: RestoreCart = { type: 'RestoreCart', toVersion, reason: 'r', past }
  return given(cart, ...history).when(command)
}

describe('restoring', () => {
  it('takes out what came since, and tells where it went', () => {
    restoring(2, cartCreated(), itemAdded('mug'), itemAdded('lamp', 3)).then(
      removed('lamp', 3),
      restored(3, 2),
    )
  })

  it('puts back what went, at the name and price of then', () => {
    const mugs = itemAdded('mug', 2, 999)
    restoring(2, cartCreated(), mugs, removed('mug', 2), itemAdded('mug', 1, 1599)).then(
      removed('mug', 1),
      mugs,
      restored(4, 2),
    )
  })

  it('changes a quantity in place', () => {
    restoring(3, cartCreated(), itemAdded('mug', 2), itemAdded('lamp'), changed('mug', 2, 5)).then(
      changed('mug', 5, 2),
      restored(4, 3),
    )
  })

  it('brings the lines back into their order', () => {
    const history = [cartCreated(), itemAdded('mug'), itemAdded('lamp'), removed('mug', 1), itemAdded('mug')]
    restoring(3, ...history).then(removed('lamp', 1), itemAdded('lamp'), restored(5, 3))
  })

  it('empties a cart that was empty', () => {
    restoring(1, cartCreated(), itemAdded('mug')).then(removed('mug', 1), restored(2, 1))
  })

  it('allows what was once allowed, however many that are', () => {
    restoring(2, cartCreated(), itemAdded('mug', 40), changed('mug', 40, 1)).then(
      changed('mug', 1, 40),
      restored(3, 2),
    )
  })

  it('is no event when it is so already', () => {
    restoring(2, cartCreated(), itemAdded('mug')).thenNothing()
    restoring(2, cartCreated(), itemAdded('mug'), itemAdded('lamp'), removed('lamp', 1)).thenNothing()
  })

  it.each([0, 4])('knows only versions from its creation to its head, not %i', (toVersion) => {
    restoring(toVersion, cartCreated(), itemAdded('mug'), itemAdded('lamp')).thenRejected({
      type: 'VersionNotFound',
      toVersion,
      headVersion: 3,
    })
  })

  it('wants a reason', () => {
    const past = cart.fold(cart.initial('stream-1'), [cartCreated()])
    given(cart, cartCreated(), itemAdded('mug'))
      .when({ type: 'RestoreCart', toVersion: 1, reason: ' ', past })
      .thenRejected({ type: 'ReasonMissing' })
  })

  it('leaves a closed cart as it is', () => {
    restoring(1, cartCreated(), itemAdded('mug'), checkedOut).thenRejected({ type: 'CartAlreadyCheckedOut' })
    restoring(1, cartCreated(), itemAdded('mug'), abandoned).thenRejected({ type: 'CartAbandoned' })
    given(cart)
      .when({ type: 'RestoreCart', toVersion: 1, reason: 'r', past: cart.initial('stream-1') })
      .thenRejected({ type: 'CartNotFound' })
  })
})
