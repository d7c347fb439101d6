import { describe, expect, it } from 'vitest'
import { given } from '../../kit/testing/given'
import { cart } from './cart'
import type { CartCommand, Offers } from './commands'
import type { CartEvent } from './events'

const usd = (amount: number) => ({ amount, currency: 'USD' })
const created: CartEvent = { type: 'CartCreated', data: { customerId: 'ann' } }
const added = (productId: string, quantity: number, amount: number): CartEvent => ({
  type: 'ItemAdded',
  data: { productId, productName: productId, quantity, unitPrice: usd(amount) },
})
const leftOut = (productId: string, quantity: number): CartEvent => ({
  type: 'ItemRemoved',
  data: { productId, quantity, reason: 'Not sold any more' },
})
const address = { street: '1 Way', city: 'Town', state: 'CA', zipCode: '1', country: 'US' }
const checkedOut = (amount: number): CartEvent => ({
  type: 'CartCheckedOut',
  data: { payment: { method: 'Card' }, totalAmount: usd(amount), shippingAddress: address },
})

const offers: Offers = new Map([
  ['mug', { name: 'mug', unitPrice: usd(100), isWithdrawn: true }],
  ['lamp', { name: 'lamp', unitPrice: usd(500) }],
])
const checkout = (version: number, amount: number): CartCommand => ({
  type: 'Checkout',
  paymentMethod: 'Card',
  shippingAddress: address,
  seen: { version, total: usd(amount) },
  offers,
})

describe('what the shop sells no more', () => {
  it('is put into no cart, and comes back into none', () => {
    given(cart, created)
      .when({ type: 'AddItem', productId: 'mug', quantity: 1, product: offers.get('mug'), offers })
      .thenRejected({ type: 'ProductIsWithdrawn', productId: 'mug' })
    const past = cart.fold(cart.initial('c'), [created, added('mug', 1, 100)])
    given(cart, created, added('mug', 1, 100), leftOut('mug', 1))
      .when({ type: 'RestoreCart', toVersion: 2, past, offers })
      .thenRejected({ type: 'ProductUnknown', productId: 'mug' })
  })

  it('stays in a cart, whatever else is done to it, until that is checked out', () => {
    given(cart, created, added('mug', 2, 100))
      .when({ type: 'AddItem', productId: 'lamp', quantity: 1, product: offers.get('lamp'), offers })
      .then(added('lamp', 1, 500))
  })

  it('is told at the checkout, and left out of what was seen without it', () => {
    const history = [created, added('mug', 2, 100), added('lamp', 1, 400)]
    given(cart, ...history)
      .when(checkout(3, 600))
      .thenRejected({
        type: 'SeenChanged',
        seen: { version: 3, total: usd(600) },
        actual: { version: 3, total: usd(500) },
        repriced: [{ productId: 'lamp', oldPrice: usd(400), newPrice: usd(500) }],
        withdrawn: [{ productId: 'mug', productName: 'mug', quantity: 2 }],
      })
    given(cart, ...history)
      .when(checkout(3, 500))
      .then(
        leftOut('mug', 2),
        { type: 'ItemRepriced', data: { productId: 'lamp', oldPrice: usd(400), newPrice: usd(500) } },
        checkedOut(500),
      )
  })

  it('leaves an empty cart where there was nothing else', () => {
    given(cart, created, added('mug', 1, 100))
      .when(checkout(2, 0))
      .thenRejected({ type: 'CartEmpty' })
    expect(cart.fold(cart.initial('c'), [created, added('mug', 1, 100)]).items).toHaveLength(1)
  })
})
