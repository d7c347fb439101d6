import * as z from 'zod'
import type { CartEvent } from '../../shop/cart/events'
import { type CartState, initialCart } from '../../shop/cart/state'
import { cartEventTypes } from '../../shop/cart/wire/cart-event-types'
import { money as anyMoney } from '../../shop/wire/money'

/** A history may have so many events: it is looked at in a browser, all of it at once. */
export const maxHistoryEvents = 5_000

/** Screens format it: letters, or there is no currency of that name. */
const money = anyMoney.extend({ currency: z.string().regex(/^[A-Za-z]{3}$/, 'must be an ISO 4217 code') })

/** Files had no currency of the cart at first: it is that of what is in it. */
const cartState = z
  .object({
    id: z.string(),
    customerId: z.string(),
    status: z.enum(['none', 'active', 'checkedOut', 'abandoned']),
    items: z.array(
      z.object({
        productId: z.string(),
        productName: z.string(),
        quantity: z.int().min(1),
        unitPrice: money,
      }),
    ),
    currency: money.shape.currency.optional(),
    version: z.int().min(0),
  })
  .transform((cart) => {
    const usual = cart.items[0]?.unitPrice.currency ?? initialCart(cart.id).currency
    return { ...cart, currency: cart.currency ?? usual }
  }) satisfies z.ZodType<CartState>

const eventOf = <Type extends CartEvent['type'], Data extends z.ZodType>(type: Type, data: Data) =>
  z.object({
    type: z.literal(type),
    schemaVersion: z.literal(cartEventTypes[type].schemaVersion),
    data,
  })

const {
  CartCreated,
  ItemAdded,
  ItemRemoved,
  ItemQuantityChanged,
  ItemRepriced,
  CartRestored,
  CartCheckedOut,
  CartAbandoned,
} = cartEventTypes

/** A cart's event as a history tells it: in its current shape, without where it stood in any log. */
export const toldCartEvent = z.discriminatedUnion('type', [
  eventOf('CartCreated', CartCreated.data),
  eventOf('ItemAdded', ItemAdded.data.extend({ unitPrice: money })),
  eventOf('ItemRemoved', ItemRemoved.data),
  eventOf('ItemQuantityChanged', ItemQuantityChanged.data),
  eventOf('ItemRepriced', ItemRepriced.data.extend({ oldPrice: money, newPrice: money })),
  eventOf('CartRestored', CartRestored.data),
  eventOf('CartCheckedOut', CartCheckedOut.data.extend({ totalAmount: money })),
  eventOf('CartAbandoned', CartAbandoned.data),
]) satisfies z.ZodType<CartEvent>

/** A part of a cart's history as a file: the cart before it, and what happened, or could have. */
export const historyFile = z.object({
  format: z.literal('hindsight-history'),
  formatVersion: z.literal(1),
  exportedAt: z.iso.datetime(),
  /** Whether it happened, or was made up in a branch. */
  told: z.enum(['truth', 'branch']),
  before: cartState,
  events: z.array(toldCartEvent),
})
export type HistoryFile = z.infer<typeof historyFile>

/** A history's file, to be read again with `readHistory`. */
export const toHistoryFile = (
  about: Pick<HistoryFile, 'exportedAt' | 'told'>,
  before: CartState,
  events: readonly CartEvent[],
): z.input<typeof historyFile> => ({
  format: 'hindsight-history',
  formatVersion: 1,
  ...about,
  before: { ...before, items: [...before.items] },
  events: events.map(tell),
})

const tell = (event: CartEvent): z.input<typeof toldCartEvent> => {
  const { type, data } = event
  return { type, schemaVersion: cartEventTypes[type].schemaVersion, data } as z.input<typeof toldCartEvent>
}
