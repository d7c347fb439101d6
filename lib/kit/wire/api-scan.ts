import * as z from 'zod'
import { largestVersion, noSuchCart, ofCart } from '../../shop/cart/wire/api-carts'
import { endpoint } from './api-endpoint'
import { wholeNumber } from './api-fields'
import { cartEventTypeNames } from './event-filter/event-type-names'

const scanLine = z
  .tuple([
    z.int().min(1).describe('Version'),
    z.int().describe('When it occurred: milliseconds since 1970'),
    z.enum(cartEventTypeNames).describe('Type'),
    z.record(z.string(), z.unknown()).describe('Data, in its current shape'),
    z.enum(['guest', 'customer', 'staff', 'import', 'system']).describe("The actor's kind"),
    z.string().describe("The actor's id"),
  ])
  .describe('One line')

/** Lines of JSON, by a name that ends in `+json`: Next compresses that, and `application/x-ndjson` not. */
export const scanContentType = 'application/stream+json'

export const getCartScan = endpoint({
  name: 'scanCart',
  method: 'GET',
  path: '/api/carts/{cartId}/scan',
  summary: "All of a cart's events up to its head in short, oldest first: a line for each, streamed",
  access: 'identified',
  params: ofCart,
  absent: 'CartNotFound',
  query: z.object({
    after: wholeNumber(0, largestVersion).default(0).describe('Only events after this version'),
  }),
  status: 200,
  contentType: scanContentType,
  answer: scanLine,
  refusals: { 404: noSuchCart },
})
