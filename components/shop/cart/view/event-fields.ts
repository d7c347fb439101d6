import * as z from 'zod'
import { plainText } from '@/lib/kit/wire/text'
import type { CartEventType } from '@/lib/shop/cart/events'
import type { EventField, EventForm } from '../../../player/view/event-form'

interface NamedForm extends EventForm {
  /** What a person calls it. */
  readonly name: string
}

const required = plainText(200)
/** May be empty: what the rules say of that is what one asks. */
const free = z.string().trim().max(200, 'must have at most 200 characters')
const whole = z.string().regex(/^\s*-?\d{1,6}\s*$/, 'must be a whole number')
const price = z.string().regex(/^\s*\d{1,7}(\.\d{1,3})?\s*$/, 'must be an amount like 15.99')
const currency = z.string().regex(/^\s*[A-Za-z]{3}\s*$/, 'must be three letters, like USD')

const product: EventField = { name: 'productId', label: 'Product', suggests: true }
const reason: EventField = { name: 'reason', label: 'Reason' }

/** For each type of event, what one may say of it; the rest follows from the cart. */
export const eventForms: Record<CartEventType, NamedForm> = {
  ItemAdded: {
    name: 'Item added',
    fields: [
      product,
      { name: 'productName', label: 'Name' },
      { name: 'quantity', label: 'Quantity', inputMode: 'numeric' },
      { name: 'price', label: 'Unit price', inputMode: 'decimal' },
      { name: 'currency', label: 'Currency' },
    ],
    schema: z.object({ productId: required, productName: required, quantity: whole, price, currency }),
  },
  ItemRemoved: {
    name: 'Item removed',
    fields: [product, { name: 'quantity', label: 'Quantity', inputMode: 'numeric' }, reason],
    schema: z.object({ productId: required, quantity: whole, reason: free }),
  },
  ItemQuantityChanged: {
    name: 'Quantity changed',
    fields: [product, { name: 'newQuantity', label: 'New quantity', inputMode: 'numeric' }],
    schema: z.object({ productId: required, newQuantity: whole }),
  },
  ItemRepriced: {
    name: 'Price changed',
    fields: [product, { name: 'price', label: 'New unit price', inputMode: 'decimal' }],
    schema: z.object({ productId: required, price }),
  },
  CartRestored: {
    name: 'Cart restored',
    fields: [{ name: 'toVersion', label: 'To version', inputMode: 'numeric' }, reason],
    schema: z.object({ toVersion: whole, reason: free }),
  },
  CartCheckedOut: {
    name: 'Checked out',
    fields: [
      { name: 'method', label: 'Payment method' },
      { name: 'street', label: 'Street and number' },
      { name: 'city', label: 'City' },
      { name: 'zipCode', label: 'ZIP code' },
      { name: 'state', label: 'State' },
      { name: 'country', label: 'Country' },
    ],
    schema: z.object({ method: free, street: free, city: free, zipCode: free, state: free, country: free }),
  },
  CartReopened: { name: 'Taken up again', fields: [], schema: z.object({}) },
  CartAbandoned: { name: 'Cart abandoned', fields: [reason], schema: z.object({ reason: free }) },
  CartCreated: {
    name: 'Cart created',
    fields: [{ name: 'customerId', label: 'Customer' }],
    schema: z.object({ customerId: required }),
  },
}
