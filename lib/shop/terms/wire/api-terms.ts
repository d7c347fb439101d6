import * as z from 'zod'
import { commandHeaders } from '../../../kit/wire/api-delivery'
import { endpoint } from '../../../kit/wire/api-endpoint'
import { recordedEvent } from '../../../kit/wire/recorded-event-schema'
import { plainText } from '../../../kit/wire/text'
import { delivery } from '../../cart/wire/commands'
import { country } from '../../wire/country'
import { namedMoney } from '../../wire/named-money'
import { discountCode, prices, seller, shippingRate, taxRate } from './terms-schemas'

const minorAmount = z.int('must be a whole number')

const countries = z.array(country).max(250).describe('None: wherever no other rate names')

const moment = z.iso
  .datetime({ offset: true, error: 'must be an ISO 8601 time like 2026-11-21T14:03:22Z' })
  .overwrite((time) => new Date(time).toISOString())

const termId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, 'must be 1 to 64 letters, digits, "-", "_" or "."')

const rate = z.int('must be a whole number').describe('In parts of ten thousand: 1900 is 19 %')
const code = plainText(40)
const count = z.int('must be a whole number')
const seconds = z.int('must be a whole number')

/** What staff may ask of the shop's terms. What may be said in them is the domain's rule. */
const termsRequest = z.discriminatedUnion('type', [
  z.object({ type: z.literal('SetPrices'), prices }),
  z.object({
    type: z.literal('SetShippingRate'),
    id: termId,
    countries,
    by: z.enum(['total', 'weight']),
    steps: z.array(z.object({ from: minorAmount, price: namedMoney })).max(100),
  }),
  z.object({ type: z.literal('RemoveShippingRate'), id: termId }),
  z.object({
    type: z.literal('SetTaxRate'),
    id: termId,
    countries,
    on: z.discriminatedUnion('type', [
      z.object({ type: z.literal('all') }),
      z.object({ type: z.literal('category'), category: plainText(100) }),
      z.object({ type: z.literal('shipping') }),
    ]),
    rate,
    from: moment,
  }),
  z.object({ type: z.literal('RemoveTaxRate'), id: termId }),
  z.object({
    type: z.literal('SetDiscountCode'),
    code,
    worth: z.discriminatedUnion('type', [
      z.object({ type: z.literal('percent'), rate }),
      z.object({ type: z.literal('amount'), amount: namedMoney }),
      z.object({ type: z.literal('freeShipping') }),
    ]),
    minimum: namedMoney.optional(),
    from: moment.optional(),
    until: moment.optional(),
    limit: count.optional().describe('How many orders may use it in all'),
    limitPerCustomer: count.optional(),
  }),
  z.object({ type: z.literal('WithdrawDiscountCode'), code }),
  z.object({
    type: z.literal('SetSeller'),
    name: plainText(200),
    address: plainText(500),
    country,
    taxNumber: plainText(60).optional(),
    email: plainText(200).optional(),
  }),
  z.object({ type: z.literal('SetEditWindow'), seconds }),
  z.object({ type: z.literal('SetPaymentWindow'), seconds }),
])
export type TermsRequest = z.infer<typeof termsRequest>

/** The shop's terms as they are. */
export const shopTerms = z.object({
  version: z.int().min(0),
  prices,
  shippingRates: z.array(shippingRate).readonly(),
  taxRates: z.array(taxRate).readonly(),
  discountCodes: z.array(discountCode).readonly(),
  seller: seller.optional(),
  editWindowSeconds: z.int().min(0).describe("How long an order's items may change before it is confirmed"),
  paymentWindowSeconds: z.int().min(0).describe('How long a payment may take before its order is cancelled'),
})

export const getTerms = endpoint({
  name: 'readTerms',
  method: 'GET',
  path: '/api/terms',
  summary: 'What the shop sells by: shipping, tax, discount codes, who sells, and how long things may take',
  access: 'staff',
  status: 200,
  answer: shopTerms,
})

export const termsHandled = z.object({
  version: z.int().min(0),
  position: z.int().min(0).describe('Place in the whole log of the last event'),
  events: z.array(recordedEvent).readonly(),
})

export const postTermsCommand = endpoint({
  name: 'sendTermsCommand',
  method: 'POST',
  path: '/api/terms/commands',
  summary: 'Set a rate, a discount code, who sells, or how long things may take; or take one back',
  access: 'staff',
  headers: commandHeaders,
  body: termsRequest.and(delivery),
  status: 200,
  answer: termsHandled,
  refusals: {
    409: 'ConcurrencyConflict: the terms are not at the expected version',
    412: 'ConcurrencyConflict: the terms are not at the version that `If-Match` names',
    422: 'A rule of the terms; `code` says which. CommandIdReused: the id came before with something else',
  },
})
