import { describe, expect, it } from 'vitest'
import { erased } from '../../kit/kernel/erased'
import { given } from '../../kit/testing/given'
import { money } from '../money'
import { cart } from './cart'
import type { CartCommand } from './commands'
import type { CartEvent } from './events'
import { cartTotal, itemCount } from './state'

const usd = (amount: number) => money(amount, 'USD')
const headphones = { name: 'Wireless Headphones', unitPrice: usd(9999) }
const mug = { name: 'Ceramic Mug', unitPrice: usd(1599) }
const address = { street: '1 Main St', city: 'Springfield', state: 'IL', zipCode: '62701', country: 'US' }

const created: CartEvent = { type: 'CartCreated', data: { customerId: 'c-1' } }
const added = (quantity: number, productId = 'mug', unitPrice = mug.unitPrice): CartEvent => ({
  type: 'ItemAdded',
  data: { productId, productName: mug.name, quantity, unitPrice },
})
const checkedOut: CartEvent = {
  type: 'CartCheckedOut',
  data: { payment: { method: 'card' }, totalAmount: usd(1599), shippingAddress: address },
}
const abandoned: CartEvent = { type: 'CartAbandoned', data: { reason: 'too dear' } }

const add = (quantity: number, product: typeof mug | undefined = mug, productId = 'mug'): CartCommand => ({
  type: 'AddItem',
  productId,
  quantity,
  product,
})
const remove = (quantity?: number): CartCommand => ({
  type: 'RemoveItem',
  productId: 'mug',
  quantity,
  reason: 'no',
})
const change = (newQuantity: number): CartCommand => ({
  type: 'ChangeItemQuantity',
  productId: 'mug',
  newQuantity,
})
const checkout: CartCommand = { type: 'Checkout', paymentMethod: 'card', shippingAddress: address }

describe('a cart', () => {
  it('walks from its first item to the checkout, exact to the cent', () => {
    const commands: CartCommand[] = [
      { type: 'CreateCart', customerId: 'c-1' },
      add(2, headphones, 'headphones'),
      add(1),
      { type: 'ChangeItemQuantity', productId: 'headphones', newQuantity: 1 },
      checkout,
    ]
    const events: CartEvent[] = []
    for (const command of commands) {
      const decision = cart.decide(command, cart.fold(cart.initial('cart-1'), events))
      if (decision.type === 'rejected') throw new Error(JSON.stringify(decision))
      events.push(...decision.events)
    }
    const state = cart.fold(cart.initial('cart-1'), events)
    expect(itemCount(state)).toBe(2)
    expect(cartTotal(state)).toEqual(usd(11598))
    expect(events.at(-1)?.data).toMatchObject({ totalAmount: usd(11598) })
    expect(state).toMatchObject({ id: 'cart-1', customerId: 'c-1', status: 'checkedOut', version: 5 })
  })

  it('is created once', () => {
    given(cart).when({ type: 'CreateCart', customerId: 'c-1' }).then(created)
    given(cart, created)
      .when({ type: 'CreateCart', customerId: 'c-1' })
      .thenRejected({ type: 'CartAlreadyExists' })
  })

  it('is not found before it is created', () => {
    for (const command of [add(1), remove(1), change(1), checkout]) {
      given(cart).when(command).thenRejected({ type: 'CartNotFound' })
    }
  })

  it.each([
    { closing: checkedOut, type: 'CartAlreadyCheckedOut' as const },
    { closing: abandoned, type: 'CartAbandoned' as const },
  ])('takes nothing once closed ($type)', ({ closing, type }) => {
    const commands = [add(1), remove(1), change(2), checkout, { type: 'AbandonCart', reason: 'x' } as const]
    for (const command of commands)
      given(cart, created, added(1), closing).when(command).thenRejected({ type })
  })
})

describe('adding', () => {
  it('records name and price as the catalogue has them', () => {
    given(cart, created).when(add(2)).then(added(2))
  })

  it('is told at the price of today, whatever the cart has it at', () => {
    const dearer = { name: mug.name, unitPrice: usd(2000) }
    given(cart, created, added(1))
      .when(add(1, dearer))
      .then(added(1, 'mug', usd(2000)))
  })

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses a quantity of %s', (quantity) => {
    given(cart, created).when(add(quantity)).thenRejected({ type: 'InvalidQuantity', quantity })
  })

  it('allows ten of a product, counted with those in the cart', () => {
    given(cart, created, added(9)).when(add(1)).then(added(1))
    given(cart, created, added(5), added(4, 'mug', usd(2000)))
      .when(add(1))
      .then(added(1))
    given(cart, created, added(5), added(4, 'mug', usd(2000)))
      .when(add(2))
      .thenRejected({ type: 'MaxQuantityExceeded', max: 10, requested: 11 })
  })

  it('knows only what the catalogue knows', () => {
    given(cart, created)
      .when({ type: 'AddItem', productId: 'nothing', quantity: 1, product: undefined })
      .thenRejected({ type: 'ProductUnknown', productId: 'nothing' })
  })

  it('keeps to one currency, until the cart is empty again', () => {
    const pounds = { name: 'Tea', unitPrice: money(500, 'GBP') }
    given(cart, created, added(1))
      .when(add(1, pounds, 'tea'))
      .thenRejected({ type: 'CurrencyMismatch', cart: 'USD', product: 'GBP' })
    given(cart, created, added(1), {
      type: 'ItemRemoved',
      data: { productId: 'mug', quantity: 1, reason: 'no' },
    })
      .when(add(1, pounds, 'tea'))
      .then({
        type: 'ItemAdded',
        data: { productId: 'tea', productName: 'Tea', quantity: 1, unitPrice: pounds.unitPrice },
      })
  })
})

describe('removing', () => {
  it('takes some, or all of the product when no quantity is named', () => {
    given(cart, created, added(3))
      .when(remove(1))
      .then({ type: 'ItemRemoved', data: { productId: 'mug', quantity: 1, reason: 'no' } })
    given(cart, created, added(3))
      .when(remove())
      .then({ type: 'ItemRemoved', data: { productId: 'mug', quantity: 3, reason: 'no' } })
    given(cart, created, added(3), added(2, 'mug', usd(2000)))
      .when(remove())
      .then({ type: 'ItemRemoved', data: { productId: 'mug', quantity: 5, reason: 'no' } })
  })

  it('refuses what is not there', () => {
    given(cart, created).when(remove(1)).thenRejected({ type: 'ProductNotFound', productId: 'mug' })
    given(cart, created, added(2)).when(remove(3)).thenRejected({
      type: 'InsufficientQuantity',
      available: 2,
      requested: 3,
    })
    given(cart, created, added(2)).when(remove(0)).thenRejected({ type: 'InvalidQuantity', quantity: 0 })
  })

  it('drops the line at zero and leaves the others in their order', () => {
    const events = [created, added(1, 'a'), added(2, 'b'), added(3, 'c')]
    const removed: CartEvent = { type: 'ItemRemoved', data: { productId: 'b', quantity: 2, reason: 'no' } }
    const state = cart.fold(cart.initial('c'), [...events, removed])
    expect(state.items.map((item) => item.productId)).toEqual(['a', 'c'])
  })
})

describe('changing a quantity', () => {
  it('records the old and the new', () => {
    given(cart, created, added(2))
      .when(change(5))
      .then({ type: 'ItemQuantityChanged', data: { productId: 'mug', oldQuantity: 2, newQuantity: 5 } })
    given(cart, created, added(2), added(1, 'mug', usd(2000)))
      .when(change(5))
      .then({ type: 'ItemQuantityChanged', data: { productId: 'mug', oldQuantity: 3, newQuantity: 5 } })
  })

  it('is no event when it is so already', () => {
    given(cart, created, added(2)).when(change(2)).thenNothing()
  })

  it('keeps to 1..10 of a product that is there', () => {
    given(cart, created, added(2)).when(change(0)).thenRejected({ type: 'InvalidQuantity', quantity: 0 })
    given(cart, created, added(2)).when(change(11)).thenRejected({
      type: 'MaxQuantityExceeded',
      max: 10,
      requested: 11,
    })
    given(cart, created).when(change(1)).thenRejected({ type: 'ProductNotFound', productId: 'mug' })
  })
})

describe('closing', () => {
  it('checks out what is in the cart, to a full address', () => {
    given(cart, created, added(1)).when(checkout).then(checkedOut)
    given(cart, created).when(checkout).thenRejected({ type: 'CartEmpty' })
    given(cart, created, added(1))
      .when({ ...checkout, paymentMethod: ' ', shippingAddress: { ...address, city: '' } })
      .thenRejected({ type: 'CheckoutIncomplete', missing: ['paymentMethod', 'city'] })
  })

  it('checks out again to an address that was erased since: it was a full one', () => {
    const data = { ...checkedOut.data, shippingAddress: erased }
    given(cart, created, added(1))
      .when({ ...checkout, shippingAddress: erased })
      .then({ type: 'CartCheckedOut', data })
    given(cart, created, added(1))
      .when({ ...checkout, paymentMethod: ' ', shippingAddress: erased })
      .thenRejected({ type: 'CheckoutIncomplete', missing: ['paymentMethod'] })
  })

  it('abandons for a reason', () => {
    given(cart, created).when({ type: 'AbandonCart', reason: 'too dear' }).then(abandoned)
    given(cart, created).when({ type: 'AbandonCart', reason: ' ' }).thenRejected({ type: 'ReasonMissing' })
  })
})

describe('a cart that was left alone', () => {
  const idleSince = '2026-11-01T10:00:00.000Z'
  const left: CartEvent = { type: 'CartAbandoned', data: { reason: 'Left alone', idleSince } }
  const reopened: CartEvent = { type: 'CartReopened', data: { idleSince } }
  const seen = { version: 2, total: usd(1599) }
  const leave: CartCommand = { type: 'AbandonCart', reason: 'Left alone', idleSince, seen }

  it('is abandoned for that, unless somebody was at it meanwhile', () => {
    given(cart, created, added(1)).when(leave).then(left)
    given(cart, created, added(1), added(1))
      .when(leave)
      .thenRejected({ type: 'SeenChanged', seen, actual: { version: 3, total: usd(3198) } })
    given(cart, created, added(1), left).when(leave).thenRejected({ type: 'CartAbandoned' })
  })

  it('is taken up again, as it was, by whatever its owner does next', () => {
    const story = [created, added(1), left]
    given(cart, ...story)
      .when(add(2))
      .then(reopened, added(2))
    given(cart, ...story)
      .when(change(3))
      .then(reopened, {
        type: 'ItemQuantityChanged',
        data: { productId: 'mug', oldQuantity: 1, newQuantity: 3 },
      })
    given(cart, ...story)
      .when(checkout)
      .then(reopened, checkedOut)
    given(cart, ...story)
      .when({ type: 'ReopenCart' })
      .then(reopened)
    const state = cart.fold(cart.initial('cart-1'), [...story, reopened])
    expect(state).toEqual({ ...cart.fold(cart.initial('cart-1'), story.slice(0, 2)), version: 4 })
    given(cart, ...story, reopened)
      .when(add(2))
      .then(added(2))
    given(cart, ...story, reopened)
      .when({ type: 'ReopenCart' })
      .thenNothing()
  })

  it('is not by what is refused, by what changes nothing, nor by what somebody else does', () => {
    const story = [created, added(1), left]
    given(cart, ...story)
      .when(change(1))
      .thenNothing()
    given(cart, ...story)
      .when(add(10))
      .thenRejected({ type: 'MaxQuantityExceeded', max: 10, requested: 11 })
    const past = cart.fold(cart.initial('cart-1'), [created])
    given(cart, ...story)
      .when({ type: 'RestoreCart', toVersion: 1, reason: 'They called', past, keepsPrices: true })
      .thenRejected({ type: 'CartAbandoned' })
  })

  it('takes on the prices of today like any other', () => {
    const dearer = { ...mug, unitPrice: usd(1799) }
    given(cart, created, added(1), left)
      .when({
        type: 'AddItem',
        productId: 'mug',
        quantity: 1,
        product: dearer,
        offers: new Map([['mug', dearer]]),
      })
      .then(
        reopened,
        { type: 'ItemRepriced', data: { productId: 'mug', oldPrice: usd(1599), newPrice: usd(1799) } },
        added(1, 'mug', usd(1799)),
      )
  })

  it('is not one that its owner gave up', () => {
    given(cart, created, added(1), abandoned).when(add(1)).thenRejected({ type: 'CartAbandoned' })
    given(cart, created, added(1), abandoned)
      .when({ type: 'ReopenCart' })
      .thenRejected({ type: 'CartAbandoned' })
  })
})
