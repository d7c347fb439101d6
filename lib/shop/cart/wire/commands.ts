import * as z from 'zod'
import { id, plainText } from '../../../kit/wire/text'
import { shippingAddress } from '../../wire/address/shipping-address'
import { email } from '../../wire/email'
import { namedMoney } from '../../wire/named-money'

/** Whether a quantity is an allowed one is the domain's rule; that it is a number at all is ours. */
const quantity = z.number('must be a number')

const paymentMethod = plainText(40)

/** What a shopper fills in to check out; the form and the server parse with the same schema. */
export const checkoutDetails = z.object({ paymentMethod, shippingAddress })
export type CheckoutDetails = z.infer<typeof checkoutDetails>

export const addItem = z.object({
  type: z.literal('AddItem'),
  productId: id,
  quantity,
  unitPrice: namedMoney
    .optional()
    .describe('The price it was shown at: refused when the catalogue has another by now'),
})

export const removeItem = z.object({
  type: z.literal('RemoveItem'),
  productId: id,
  quantity: quantity.optional().describe('All there is of the product when left out'),
  reason: plainText(200).optional().describe('Why, where one says'),
})

export const changeItemQuantity = z.object({
  type: z.literal('ChangeItemQuantity'),
  productId: id,
  newQuantity: quantity,
})

export const restoreCart = z.object({
  type: z.literal('RestoreCart'),
  toVersion: z.int32('must be a whole number').min(1, 'must be at least 1'),
  reason: plainText(200).optional().describe('Staff has to give one'),
  step: z
    .enum(['undo', 'redo'])
    .optional()
    .describe('That it takes the last act back, or does it again: else it is an act of its own'),
})

/** The version is checked like any number: that it is the cart's is the domain's rule. */
const seen = z
  .object({ version: z.int32('must be a whole number').min(0), total: namedMoney })
  .describe('The cart as it was shown to who decides: refused, with what is new, when it is another by now')

/** How it is paid, besides the method. */
const payment = z.object({
  reference: plainText(200)
    .optional()
    .describe("The provider's token of what is charged; never a card's number"),
  credit: namedMoney.optional().describe('What of it store credit is to pay'),
})

/** Whom the shop writes to about an order. */
export const contact = z.object({ name: plainText(100), email })

export const discountCode = plainText(40)

export const checkout = checkoutDetails.extend({
  type: z.literal('Checkout'),
  payment: payment.optional(),
  contact: contact.optional().describe('Whom the shop writes to; left out, who has the account'),
  discountCode: discountCode.optional(),
  seen: seen.optional(),
  seenTotal: namedMoney
    .optional()
    .describe(
      'What the order came to as it was shown, with discount, shipping and tax: refused, with what it comes to, when that is another by now',
    ),
})

export const abandonCart = z.object({
  type: z.literal('AbandonCart'),
  reason: plainText(200),
  seen: seen.optional(),
})

export const commandId = z.uuid('must be a UUID').transform((uuid) => uuid.toLowerCase())
export const expectedVersion = z.int32('must be a whole number').min(0)

/** What may be asked of a cart from outside. Names and prices are the catalogue's, never the client's. */
export const cartRequest = z.discriminatedUnion(
  'type',
  [addItem, removeItem, changeItemQuantity, restoreCart, checkout, abandonCart],
  'must be one of AddItem, RemoveItem, ChangeItemQuantity, RestoreCart, Checkout, AbandonCart',
)
export type CartRequest = z.infer<typeof cartRequest>

/** How a command is sent: idempotent by its id, and on a version where the sender insists on one. */
export const delivery = z.object({
  commandId: commandId.optional(),
  expectedVersion: expectedVersion.optional(),
})
export type Delivery = z.infer<typeof delivery>
