import * as z from 'zod'
import { streamOf } from '../../../kit/streams/stream-of'
import { commandHeaders, creationHeaders } from '../../../kit/wire/api-delivery'
import { endpoint } from '../../../kit/wire/api-endpoint'
import { nextNumber } from '../../../kit/wire/api-fields'
import { momentQuery } from '../../../kit/wire/api-moment'
import { eventsAfter } from '../../../kit/wire/api-streams'
import { id } from '../../../kit/wire/text'
import { recordedCartEvent } from '../../wire/events/recorded-event-schemas'
import { money } from '../../wire/money'
import { cartStreamType } from '../cart-stream'
import {
  abandonCart,
  addItem,
  changeItemQuantity,
  checkout,
  commandId,
  delivery,
  removeItem,
  restoreCart,
} from './commands'

/** What every endpoint has that is for those who may see a cart. */
export const ofCart = {
  access: 'viewer',
  params: z.object({ cartId: id }),
  streamOf: ({ cartId }: { readonly cartId: string }) => streamOf(cartStreamType, cartId),
  absent: 'CartNotFound',
} as const
export const noSuchCart = 'CartNotFound: there is no such cart, or it is not yours to see'

const handled = {
  version: z.int().min(0).describe("The cart's version after the command"),
  position: z.int().min(0).describe('Place in the whole log of the last event'),
  events: z
    .array(recordedCartEvent)
    .readonly()
    .describe('What it made happen; nothing when it was so already'),
}

export const cartCreated = z.object({ cartId: z.string(), ...handled })

export const commandHandled = z.object(handled)

export const cartSnapshot = z.object({
  cartId: z.string(),
  customerId: z.string().describe('Empty at version 0'),
  status: z.enum(['none', 'active', 'checkedOut', 'abandoned']).describe('`none` at version 0'),
  idleSince: z.iso
    .datetime()
    .optional()
    .describe(
      'Since when it was left alone, where it was abandoned for that: what its owner does next takes it up again',
    ),
  version: z.int().min(0),
  items: z
    .array(
      z.object({
        productId: z.string(),
        productName: z.string(),
        quantity: z.int().min(1),
        unitPrice: money,
      }),
    )
    .describe('A line for each product and price, in the order they were first added'),
  itemCount: z.int().min(0),
  total: money,
})
export type CartSnapshot = z.infer<typeof cartSnapshot>

export const cartEventsPage = z.object({
  events: z.array(recordedCartEvent).readonly(),
  headVersion: z.int().min(1),
  next: nextNumber,
})

export const postCart = endpoint({
  name: 'createCart',
  method: 'POST',
  path: '/api/carts',
  summary: 'Create a cart of your own',
  access: 'identified',
  headers: creationHeaders,
  body: z
    .object({ commandId: commandId.optional().describe('Makes it happen once, however often it is sent') })
    .optional(),
  status: 201,
  answer: cartCreated,
})

const types = 'AddItem, RemoveItem, ChangeItemQuantity, RestoreCart, Checkout, AbandonCart'

const cartCommand = z.discriminatedUnion(
  'type',
  [
    addItem.extend(delivery.shape),
    removeItem.extend(delivery.shape),
    changeItemQuantity.extend(delivery.shape),
    restoreCart.extend(delivery.shape),
    checkout.extend(delivery.shape),
    abandonCart.extend(delivery.shape),
  ],
  { error: ({ code }) => (code === 'invalid_union' ? `must be one of ${types}` : undefined) },
)

export const postCartCommand = endpoint({
  name: 'sendCartCommand',
  method: 'POST',
  path: '/api/carts/{cartId}/commands',
  summary: "Ask something of a cart of your own; staff may restore anybody's",
  access: 'identified',
  params: ofCart.params,
  absent: 'CartNotFound',
  headers: commandHeaders,
  body: cartCommand,
  status: 200,
  answer: commandHandled,
  refusals: {
    404: `${noSuchCart}. VersionNotFound: it has no such version to go back to`,
    412: 'ConcurrencyConflict: the cart is not at the version that `If-Match` names',
    409: 'ConcurrencyConflict: the cart is not at the expected version. SeenChanged: it is not as it was seen. PriceChanged: the product has another price than it was seen at. OutOfStock: there are fewer of a product than were to be ordered. OrderTotalChanged: the order comes to another total than was shown',
    422: 'A rule of the cart; `code` says which. CommandIdReused: the id came before with something else',
  },
})

export const getCart = endpoint({
  ...ofCart,
  name: 'readCart',
  method: 'GET',
  path: '/api/carts/{cartId}',
  summary: 'A cart as it is, or as it was at a version, a time or a place in the log',
  validated: true,
  query: momentQuery,
  status: 200,
  answer: cartSnapshot,
  refusals: { 404: `${noSuchCart}. VersionNotFound: it has not come that far` },
})

export const getCartEvents = endpoint({
  ...ofCart,
  name: 'readCartEvents',
  method: 'GET',
  path: '/api/carts/{cartId}/events',
  summary: "A cart's events, oldest first",
  validated: true,
  query: eventsAfter,
  status: 200,
  answer: cartEventsPage,
  refusals: { 404: noSuchCart },
})
