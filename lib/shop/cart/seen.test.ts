import { describe, expect, it } from 'vitest'
import { given } from '../../kit/testing/given'
import { cart } from './cart'
import type { CartCommand, Seen } from './commands'
import type { CartEvent } from './events'

const usd = (amount: number) => ({ amount, currency: 'USD' })
const address = { street: '1 Way', city: 'Town', state: 'TS', zipCode: '1', country: 'US' }
const created: CartEvent = { type: 'CartCreated', data: { customerId: 'c-1' } }
const added = (quantity: number, productId = 'mug'): CartEvent => ({
  type: 'ItemAdded',
  data: { productId, productName: `The ${productId}`, quantity, unitPrice: usd(1599) },
})
const oneLess: CartEvent = { type: 'ItemRemoved', data: { productId: 'mug', quantity: 1, reason: 'no' } }
const checkout = (seen?: Seen): CartCommand => ({
  type: 'Checkout',
  paymentMethod: 'card',
  shippingAddress: address,
  seen,
})
const abandon = (seen?: Seen): CartCommand => ({ type: 'AbandonCart', reason: 'too dear', seen })

describe.each([
  ['a checkout', checkout, 'CartCheckedOut'],
  ['an abandoning', abandon, 'CartAbandoned'],
])('%s', (_, closing, closed) => {
  const decided = (seen: Seen | undefined, ...history: CartEvent[]) =>
    cart.decide(closing(seen), cart.fold(cart.initial('cart-1'), history))
  const accepted = { type: 'accepted', events: [{ type: closed }] }
  const refused = (seen: Seen, actual: Seen) => ({
    type: 'rejected',
    rejection: { type: 'SeenChanged', seen, actual },
  })

  it('of the cart that was seen is done', () => {
    expect(decided({ version: 2, total: usd(1599) }, created, added(1))).toMatchObject(accepted)
  })

  it('of whatever there is, is done where nothing is said to have been seen', () => {
    expect(decided(undefined, created, added(1))).toMatchObject(accepted)
  })

  it('is refused with what is new when something was put in since', () => {
    const seen = { version: 2, total: usd(1599) }
    expect(decided(seen, created, added(1), added(1, 'lantern'))).toEqual(
      refused(seen, { version: 3, total: usd(3198) }),
    )
  })

  it('is refused when the cart changed and changed back: whether that is the same is for the person to say', () => {
    const seen = { version: 2, total: usd(1599) }
    expect(decided(seen, created, added(1), added(1), oneLess)).toEqual(
      refused(seen, { version: 4, total: usd(1599) }),
    )
  })

  it.each([usd(1598), { amount: 1599, currency: 'GBP' }])('is refused when it was seen at %j', (total) => {
    const seen = { version: 2, total }
    expect(decided(seen, created, added(1))).toEqual(refused(seen, { version: 2, total: usd(1599) }))
  })

  it('is refused for a version that is yet to come', () => {
    const seen = { version: 3, total: usd(1599) }
    expect(decided(seen, created, added(1))).toEqual(refused(seen, { version: 2, total: usd(1599) }))
  })

  it('of a closed cart is told that it is closed, whatever was seen', () => {
    const history: CartEvent[] = [created, added(1), { type: 'CartAbandoned', data: { reason: 'no' } }]
    given(cart, ...history)
      .when(closing({ version: 2, total: usd(1599) }))
      .thenRejected({ type: 'CartAbandoned' })
  })
})

describe('an add', () => {
  const add = (shown?: { amount: number; currency: string }): CartCommand => ({
    type: 'AddItem',
    productId: 'mug',
    quantity: 1,
    unitPrice: shown,
    product: { name: 'The mug', unitPrice: usd(1599) },
  })

  it.each([undefined, usd(1599)])('at the price of the catalogue, or at any, is done: %j', (shown) => {
    given(cart, created).when(add(shown)).then(added(1))
  })

  it.each([usd(100), { amount: 1599, currency: 'GBP' }])('of a card that showed %j is refused', (shown) => {
    given(cart, created)
      .when(add(shown))
      .thenRejected({ type: 'PriceChanged', productId: 'mug', shown, actual: usd(1599) })
  })
})
