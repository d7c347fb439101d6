import { describe, expect, it } from 'vitest'
import { given } from '../../kit/testing/given'
import { cartCreated, itemAdded } from '../testing/events'
import { cart } from './cart'
import type { OfferedProduct, RestoreCart } from './commands'
import type { CartEvent, CartRestored } from './events'

const removed = (productId: string, quantity: number, reason = 'r'): CartEvent => ({
  type: 'ItemRemoved',
  data: { productId, quantity, reason },
})
const changed = (productId: string, oldQuantity: number, newQuantity: number): CartEvent => ({
  type: 'ItemQuantityChanged',
  data: { productId, oldQuantity, newQuantity },
})
const restored = (
  fromVersion: number,
  toVersion: number,
  more: Partial<CartRestored['data']> = {},
): CartEvent => ({ type: 'CartRestored', data: { fromVersion, toVersion, reason: 'r', ...more } })
const checkedOut: CartEvent = {
  type: 'CartCheckedOut',
  data: {
    payment: { method: 'card' },
    totalAmount: { amount: 1599, currency: 'USD' },
    shippingAddress: { street: 's', city: 'c', state: 's', zipCode: 'z', country: 'c' },
  },
}
const abandoned: CartEvent = { type: 'CartAbandoned', data: { reason: 'r' } }
const usd = (amount: number) => ({ amount, currency: 'USD' })

/** A cart with these events, asked to go back to a version of theirs. */
const asked = (toVersion: number, history: readonly CartEvent[]): RestoreCart => {
  const past = cart.fold(cart.initial('stream-1'), history.slice(0, toVersion))
  return { type: 'RestoreCart', toVersion, reason: 'r', past }
}
const restoring = (toVersion: number, ...history: CartEvent[]) =>
  given(cart, ...history).when(asked(toVersion, history))

const offer = (name: string, amount: number, currency = 'USD'): OfferedProduct => ({
  name,
  unitPrice: { amount, currency },
})
/** The same, with what the catalogue says today. */
const restoringToday = (
  offers: Record<string, OfferedProduct>,
  toVersion: number,
  history: readonly CartEvent[],
  more: Partial<RestoreCart> = {},
) =>
  given(cart, ...history).when({
    ...asked(toVersion, history),
    offers: new Map(Object.entries(offers)),
    ...more,
  })

describe('restoring', () => {
  it('takes out what came since, and tells where it went', () => {
    restoring(2, cartCreated(), itemAdded('mug'), itemAdded('lamp', 3)).then(
      removed('lamp', 3),
      restored(3, 2),
    )
  })

  it('changes a quantity in place', () => {
    restoring(3, cartCreated(), itemAdded('mug', 2), itemAdded('lamp'), changed('mug', 2, 5)).then(
      changed('mug', 5, 2),
      restored(4, 3),
    )
  })

  it('brings one first line back with two events: the order stands in the restore itself', () => {
    const three = [cartCreated(), itemAdded('mug'), itemAdded('lamp'), itemAdded('tea')]
    const history = [...three, removed('mug', 1)]
    restoring(4, ...history).then(itemAdded('mug'), restored(5, 4, { order: ['mug', 'lamp', 'tea'] }))
    const decision = cart.decide(asked(4, history), cart.fold(cart.initial('stream-1'), history))
    const events = decision.type === 'accepted' ? decision.events : []
    const after = cart.fold(cart.initial('stream-1'), [...history, ...events])
    expect(after.items.map(({ productId }) => productId)).toEqual(['mug', 'lamp', 'tea'])
  })

  it('puts lines back into their order where nothing else differs', () => {
    const history = [cartCreated(), itemAdded('mug'), itemAdded('lamp'), removed('mug', 1), itemAdded('mug')]
    restoring(3, ...history).then(restored(5, 3, { order: ['mug', 'lamp'] }))
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

  it('says why only where somebody did; a reason that says nothing is none', () => {
    const past = cart.fold(cart.initial('stream-1'), [cartCreated()])
    const undo: RestoreCart = { type: 'RestoreCart', toVersion: 1, step: 'undo', past }
    given(cart, cartCreated(), itemAdded('mug'))
      .when(undo)
      .then(
        { type: 'ItemRemoved', data: { productId: 'mug', quantity: 1 } },
        { type: 'CartRestored', data: { fromVersion: 2, toVersion: 1, step: 'undo' } },
      )
    given(cart, cartCreated(), itemAdded('mug'))
      .when({ ...undo, reason: ' ' })
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

describe('what comes back', () => {
  const gone = [cartCreated(), itemAdded('mug', 10, 100), removed('mug', 10)]

  it('costs what it costs today, and is called what it is called today', () => {
    restoringToday({ mug: offer('The new mug', 5_000) }, 2, gone).then(
      {
        type: 'ItemAdded',
        data: { productId: 'mug', productName: 'The new mug', quantity: 10, unitPrice: usd(5_000) },
      },
      restored(3, 2),
    )
  })

  it('stands beside what stayed at another price, where that isn’t set to today’s before', () => {
    const history = [cartCreated(), itemAdded('mug', 3, 100), changed('mug', 3, 1)]
    restoringToday({ mug: offer('The mug', 150) }, 2, history, { keepsPrices: true }).then(
      itemAdded('mug', 2, 150),
      restored(3, 2),
    )
    const repriced = { productId: 'mug', oldPrice: usd(100), newPrice: usd(150) }
    restoringToday({ mug: offer('The mug', 150) }, 2, history).then(
      { type: 'ItemRepriced', data: repriced },
      changed('mug', 1, 3),
      restored(3, 2),
    )
    restoringToday({ mug: offer('The mug', 100) }, 2, history).then(changed('mug', 1, 3), restored(3, 2))
  })

  it('is nothing where only a price was another', () => {
    const history = [cartCreated(), itemAdded('mug', 2, 100), removed('mug', 2), itemAdded('mug', 2, 150)]
    restoringToday({ mug: offer('The mug', 200) }, 2, history).thenNothing()
  })

  it('is told without what the shop has no longer, and without what is sold in another currency', () => {
    const history = [
      cartCreated(),
      itemAdded('mug', 1, 100),
      itemAdded('lamp', 2),
      itemAdded('tea', 3),
      removed('lamp', 2),
      removed('tea', 3),
      removed('mug', 1),
    ]
    const leftOut = [
      { productId: 'lamp', productName: 'The lamp', quantity: 2 },
      { productId: 'tea', productName: 'The tea', quantity: 3 },
    ]
    restoringToday({ mug: offer('The mug', 100), tea: offer('The tea', 1, 'GBP') }, 4, history).then(
      itemAdded('mug', 1, 100),
      restored(7, 4, { leftOut }),
    )
  })

  it('is refused by name where nothing can come back, but never stands in the way of an undo', () => {
    restoringToday({}, 2, gone).thenRejected({ type: 'ProductUnknown', productId: 'mug' })
    const leftOut = [{ productId: 'mug', productName: 'The mug', quantity: 10 }]
    restoringToday({}, 2, gone, { step: 'undo' }).then(restored(3, 2, { step: 'undo', leftOut }))
  })
})
