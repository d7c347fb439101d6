import * as z from 'zod'
import {
  exportedFrom,
  type FiledType,
  type HistoryOrigin,
  toHistoryFile,
} from '../../../kit/wire/history-file'
import { type HistoryRead, type ReadHistory, readHistory } from '../../../kit/wire/history-file-read'
import { shopEvents } from '../../wire/events/shop-events'
import { money as anyMoney } from '../../wire/money'
import { cartStreamType } from '../cart-stream'
import type { CartEvent } from '../events'
import { type CartState, initialCart } from '../state'
import { cartEventTypes } from './cart-event-types'
import { everyCartStatus } from './cart-vocabulary'

/** Screens format it: letters, or there is no currency of that name. */
const money = anyMoney.extend({ currency: z.string().regex(/^[A-Za-z]{3}$/, 'must be an ISO 4217 code') })

/** Files had no currency of the cart at first: it is that of what is in it. */
const cartState = z
  .object({
    id: z.string(),
    customerId: z.string(),
    status: z.enum(everyCartStatus),
    idleSince: z.iso.datetime().optional(),
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

const { ItemAdded, ItemRepriced, CartCheckedOut } = cartEventTypes

const filedCart: FiledType<CartState, CartEvent> = {
  initial: initialCart,
  eventTypes: {
    ...cartEventTypes,
    ItemAdded: { ...ItemAdded, data: ItemAdded.data.extend({ unitPrice: money }) },
    ItemRepriced: { ...ItemRepriced, data: ItemRepriced.data.extend({ oldPrice: money, newPrice: money }) },
    CartCheckedOut: { ...CartCheckedOut, data: CartCheckedOut.data.extend({ totalAmount: money }) },
  },
  registry: shopEvents,
  state: cartState,
  source: z.union([
    z.object({ type: z.literal('cart'), cartId: z.string() }).transform(({ cartId }) => cartId),
    exportedFrom(cartStreamType.streamType),
  ]),
}

/** A cart's history out of a file. */
export type ReadCartHistory = ReadHistory<CartState, CartEvent>

/** A cart's history as a file, to be read again with `readCartHistory`. */
export const toCartHistoryFile = (origin: HistoryOrigin, before: CartState, events: readonly CartEvent[]) =>
  toHistoryFile(filedCart, origin, before, events)

/** Reads a file of a cart's history, or the JSON export of a whole cart. */
export const readCartHistory = (text: string): HistoryRead<CartState, CartEvent> =>
  readHistory(filedCart, text)
