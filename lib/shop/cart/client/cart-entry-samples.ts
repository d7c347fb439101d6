import { judgeCommand } from '../../../kit/client/outbox/judge-command'
import { emptyOutbox, enqueue, type Outbox } from '../../../kit/client/outbox/outbox'
import { decidePending } from '../../../kit/client/outbox/pending'
import type { Offers } from '../commands'
import type { CartRequest } from '../wire/commands'
import type { CartEntry } from './cart-entry'
import type { CartHistory } from './cart-log'
import { cartOutboxRules } from './cart-outbox'
import { productOf } from './coalesce'
import { mergeEntries } from './merge-entries'
import { noOffers } from './offers'

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
  shippingAddress: { street: '1 Way', city: 'Town', state: 'TS', zipCode: '12345', country: 'US' },
}

let entries = 0

/** A command of Ada's for `cart-1`, for tests. */
export const anEntry = (request: CartRequest, options: Partial<CartEntry> = {}): CartEntry => ({
  commandId: `command-${++entries}`,
  request,
  subject: productOf(request),
  // As the events of tests call it: a product has one name, whoever adds it.
  product: {
    name: `The ${'productId' in request ? request.productId : 'product'}`,
    unitPrice: { amount: 1599, currency: 'USD' },
  },
  issuedAt: '2026-01-01T00:00:00.000Z',
  person: 'ada',
  streamId: 'cart-1',
  tried: false,
  ...options,
})

/** Takes a command in that may be merged with these. */
export const take = (
  outbox: Outbox<CartEntry>,
  entry: CartEntry,
  mergeable: ReadonlySet<string> = new Set(),
): Outbox<CartEntry> => enqueue(outbox, { entry, mergeable }, mergeEntries)

/** Commands one after the other, none merged. */
export const waiting = (...requests: CartRequest[]): Outbox<CartEntry> =>
  requests.reduce<Outbox<CartEntry>>((outbox, request) => take(outbox, anEntry(request)), emptyOutbox)

/** What the rules foresee of commands for a cart. */
export const decided = (confirmed: CartHistory, pending: readonly CartEntry[], offers: Offers = noOffers) =>
  decidePending(cartOutboxRules, confirmed, pending, offers)

/** What the rules say of a command for a cart as it is asked for. */
export const judged = (
  confirmed: CartHistory,
  pending: readonly CartEntry[],
  entry: CartEntry,
  offers: Offers = noOffers,
) => judgeCommand(cartOutboxRules, confirmed, pending, entry, offers)
