import type { CartRequest } from '../../../shop/cart/wire/commands'
import { emptyOutbox, issued, type Outbox, type OutboxEntry, type Person } from './outbox'

export const add = (quantity = 1, productId = 'mug'): CartRequest => ({
  type: 'AddItem',
  productId,
  quantity,
})

export const less = (quantity = 1, productId = 'mug'): CartRequest => ({
  type: 'RemoveItem',
  productId,
  quantity,
  reason: 'one less',
})

export const restore = (toVersion: number): CartRequest => ({
  type: 'RestoreCart',
  toVersion,
  reason: 'undo',
})

export const checkout: CartRequest = {
  type: 'Checkout',
  paymentMethod: 'card',
  shippingAddress: { street: '1 Way', city: 'Town', state: 'TS', zipCode: '1', country: 'US' },
}

/** Someone who signed in. */
export const of = (id: string): Person => ({ id, isGuest: false })

let entries = 0

/** A command of Ada's for `cart-1`, for tests. */
export const anEntry = (request: CartRequest, options: Partial<OutboxEntry> = {}): OutboxEntry => ({
  commandId: `command-${++entries}`,
  request,
  // As the events of tests call it: a product has one name, whoever adds it.
  product: {
    name: `The ${'productId' in request ? request.productId : 'product'}`,
    unitPrice: { amount: 1599, currency: 'USD' },
  },
  issuedAt: '2026-01-01T00:00:00.000Z',
  person: 'ada',
  cartId: 'cart-1',
  tried: false,
  ...options,
})

/** Commands one after the other, none merged. */
export const many = (...commands: OutboxEntry[]): Outbox =>
  commands.reduce((outbox, entry) => issued(outbox, entry, new Set()), emptyOutbox)

export const waiting = (...requests: CartRequest[]): Outbox =>
  many(...requests.map((request) => anEntry(request)))
