import { describe, expect, it } from 'vitest'
import { given } from '../../kit/testing/given'
import { cart } from './cart'
import type { CartCommand, OfferedProduct, Offers } from './commands'
import type { CartEvent } from './events'
import { cartTotal } from './state'

const usd = (amount: number) => ({ amount, currency: 'USD' })
const created: CartEvent = { type: 'CartCreated', data: { customerId: 'c-1' } }
const added = (productId: string, quantity: number, amount: number, currency = 'USD'): CartEvent => ({
  type: 'ItemAdded',
  data: { productId, productName: `The ${productId}`, quantity, unitPrice: { amount, currency } },
})
const repriced = (productId: string, from: number, to: number): CartEvent => ({
  type: 'ItemRepriced',
  data: { productId, oldPrice: usd(from), newPrice: usd(to) },
})
const offer = (productId: string, amount: number): [string, OfferedProduct] => [
  productId,
  { name: `The ${productId}`, unitPrice: usd(amount) },
]
const offers: Offers = new Map([offer('mug', 5_000), offer('lamp', 700)])

const add = (productId: string, more: Partial<CartCommand> = {}): CartCommand =>
  ({
    type: 'AddItem',
    productId,
    quantity: 1,
    product: offers.get(productId),
    offers,
    ...more,
  }) as CartCommand
const address = { street: '1 Way', city: 'Town', state: 'TS', zipCode: '1', country: 'US' }
const checkout = { type: 'Checkout', paymentMethod: 'card', shippingAddress: address, offers } as const

describe('a price that changed in the catalogue', () => {
  it('is taken on by its line before its owner’s next command, and what is added is the same line', () => {
    const history = [created, added('mug', 1, 100)]
    given(cart, ...history)
      .when(add('mug'))
      .then(repriced('mug', 100, 5_000), added('mug', 1, 5_000))
    const decision = cart.decide(add('mug'), cart.fold(cart.initial('c'), history))
    if (decision.type === 'rejected') throw new Error('It was refused')
    const state = cart.fold(cart.initial('c'), [...history, ...decision.events])
    expect(state.items).toEqual([
      { productId: 'mug', productName: 'The mug', quantity: 2, unitPrice: usd(5_000) },
    ])
    expect(state.version).toBe(4)
  })

  it.each<[CartCommand, CartEvent]>([
    [add('lamp'), added('lamp', 1, 700)],
    [
      { type: 'RemoveItem', productId: 'mug', quantity: 1, reason: 'no', offers },
      { type: 'ItemRemoved', data: { productId: 'mug', quantity: 1, reason: 'no' } },
    ],
    [
      { type: 'ChangeItemQuantity', productId: 'mug', newQuantity: 3, offers },
      { type: 'ItemQuantityChanged', data: { productId: 'mug', oldQuantity: 2, newQuantity: 3 } },
    ],
    [
      checkout,
      {
        type: 'CartCheckedOut',
        data: { payment: { method: 'card' }, totalAmount: usd(10_000), shippingAddress: address },
      },
    ],
    [
      { type: 'AbandonCart', reason: 'no', offers },
      { type: 'CartAbandoned', data: { reason: 'no' } },
    ],
  ])('is taken on before %j', (command, event) => {
    given(cart, created, added('mug', 2, 100))
      .when(command)
      .then(repriced('mug', 100, 5_000), event)
  })

  it('is taken on by each of a product’s lines, which become one', () => {
    given(cart, created, added('mug', 2, 100), added('mug', 1, 200), added('mug', 1, 5_000))
      .when({ type: 'RemoveItem', productId: 'mug', quantity: 1, reason: 'no', offers })
      .then(repriced('mug', 100, 5_000), repriced('mug', 200, 5_000), {
        type: 'ItemRemoved',
        data: { productId: 'mug', quantity: 1, reason: 'no' },
      })
  })

  it('is left where the command is refused, or has nothing to do', () => {
    const at = given(cart, created, added('mug', 10, 100))
    at.when(add('mug')).thenRejected({ type: 'MaxQuantityExceeded', max: 10, requested: 11 })
    at.when({ type: 'ChangeItemQuantity', productId: 'mug', newQuantity: 10, offers }).thenNothing()
  })

  it('is left where it isn’t the owner who asks', () => {
    const history = [created, added('mug', 1, 100), added('lamp', 1, 700)]
    const past = cart.fold(cart.initial('stream-1'), history.slice(0, 2))
    const decision = cart.decide(
      { type: 'RestoreCart', toVersion: 2, reason: 'asked', past, offers, keepsPrices: true },
      cart.fold(cart.initial('stream-1'), history),
    )
    expect(decision).toMatchObject({
      type: 'accepted',
      events: [{ type: 'ItemRemoved' }, { type: 'CartRestored' }],
    })
  })

  it('is none for what the catalogue doesn’t know, or sells in another currency', () => {
    given(cart, created, added('vase', 1, 100))
      .when({ type: 'AbandonCart', reason: 'no', offers })
      .then({ type: 'CartAbandoned', data: { reason: 'no' } })
    given(cart, created, added('mug', 1, 100, 'GBP'))
      .when({ type: 'AbandonCart', reason: 'no', offers })
      .then({ type: 'CartAbandoned', data: { reason: 'no' } })
  })
})

describe('a checkout of a cart whose price changed since it was seen', () => {
  const seen = { version: 2, total: usd(200) }
  const history = [created, added('mug', 2, 100)]

  it('is refused with what it comes to now', () => {
    given(cart, ...history)
      .when({ ...checkout, seen })
      .thenRejected({
        type: 'SeenChanged',
        seen,
        actual: { version: 2, total: usd(10_000) },
        repriced: [{ productId: 'mug', oldPrice: usd(100), newPrice: usd(5_000) }],
      })
  })

  it('is done at that when it was seen: the version is the one before the price is taken on', () => {
    const decision = cart.decide(
      { ...checkout, seen: { version: 2, total: usd(10_000) } },
      cart.fold(cart.initial('c'), history),
    )
    expect(decision).toMatchObject({
      type: 'accepted',
      events: [{ type: 'ItemRepriced' }, { data: { totalAmount: usd(10_000) } }],
    })
    if (decision.type === 'rejected') return
    expect(cartTotal(cart.fold(cart.initial('c'), [...history, ...decision.events]))).toEqual(usd(10_000))
  })
})
