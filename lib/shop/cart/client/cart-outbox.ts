import type { OutboxRules, Surroundings } from '../../../kit/client/outbox/outbox-rules'
import { createOutboxes } from '../../../kit/client/outbox/tab-outbox'
import { cartStreamType } from '../cart-stream'
import type { CartCommand } from '../commands'
import { nameIn } from '../lines'
import type { CartEntry, CartTypes } from './cart-entry'
import { productOf } from './coalesce'
import { mayMerge, mergeEntries } from './merge-entries'

/** Undefined for a return to a past that isn't at hand: only the server can decide that. */
const commandOf = (
  { request, product }: CartEntry,
  { known: offers, stateAt }: Surroundings<CartTypes>,
): CartCommand | undefined => {
  switch (request.type) {
    case 'AddItem':
      return { ...request, product: offers.get(request.productId) ?? product, offers }
    case 'RestoreCart': {
      const past = stateAt(request.toVersion)
      // Of what isn't known the last price is taken for today's; the server knows.
      const isKnown = past?.items.every(({ productId }) => offers.has(productId))
      return past && { ...request, past, offers: isKnown ? offers : undefined }
    }
    default:
      return { ...request, offers }
  }
}

/** How commands for carts are decided, gathered and kept in the browser. */
export const cartOutboxRules: OutboxRules<CartTypes> = {
  type: cartStreamType,
  storageName: 'hindsight',
  ownerOf: ({ customerId }) => customerId,
  toEntry: (asked, entry, shown) => {
    const subject = productOf(asked.request)
    return { ...asked, ...entry, subject, productName: asked.product?.name ?? nameIn(shown.items, subject) }
  },
  beginningOf: ({ status, customerId }) =>
    status === 'none' ? { type: 'CreateCart', customerId } : undefined,
  commandOf,
  merge: mergeEntries,
  mayMerge,
  // Pages of the version before read this name.
  toKept: (entry) => ({ ...entry, cartId: entry.streamId }),
  loadReader: () => import('./cart-outbox-reader').then(({ cartOutboxReader }) => cartOutboxReader),
}

/** The outboxes of what is asked of carts. */
export const cartOutboxes = createOutboxes(cartOutboxRules)
