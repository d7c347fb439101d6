import * as z from 'zod'
import { commandHeaders } from '../../../kit/wire/api-delivery'
import { endpoint } from '../../../kit/wire/api-endpoint'
import { freshness, readAfter } from '../../../kit/wire/freshness'
import { recordedEvent } from '../../../kit/wire/recorded-event-schema'
import { id } from '../../../kit/wire/text'
import { delivery } from '../../cart/wire/commands'
import { customerSummary } from '../../sales/wire/insights'
import { customerEventTypes } from './customer-event-types'
import { customerRequest } from './customer-requests'

const { email, name } = customerEventTypes.CustomerSignedUp.data.shape
const { phone } = customerEventTypes.PhoneChanged.data.shape
const { address } = customerEventTypes.AddressChanged.data.shape

/** What a customer said of themselves, and how they stand. */
export const customerProfile = z.object({
  status: z.enum(['active', 'deactivated']),
  email: email.nullable().describe('What they sign in with; null for who has no account'),
  name: name.nullable(),
  phone: phone.unwrap().nullable().describe('E.164, like +442079460958'),
  address: address.unwrap().nullable().describe('Where they usually have things sent'),
  imported: customerEventTypes.CustomerImported.data.nullable().describe('Where they are known from'),
  mayRemind: z.boolean().describe('May the shop remind them of what they left in a cart?'),
  version: z.int().min(1),
})
export type CustomerProfile = z.infer<typeof customerProfile>

export const customerAnswer = customerSummary
  .extend({ profile: customerProfile.nullable().describe('null for guests') })
  .extend(freshness.shape)

const ofCustomer = {
  params: z.object({ customerId: id }),
  absent: 'CustomerNotFound',
} as const
const noSuchCustomer = 'CustomerNotFound: nobody of this id is a customer or has had a cart, or it is not you'

export const getCustomer = endpoint({
  ...ofCustomer,
  name: 'readCustomer',
  method: 'GET',
  path: '/api/customers/{customerId}',
  summary: 'A customer, their carts and what was spent: yourself, and anybody for staff',
  access: 'identified',
  query: readAfter,
  status: 200,
  answer: customerAnswer,
  refusals: { 404: noSuchCustomer },
})

export const customerHandled = z.object({
  version: z.int().min(0).describe("The customer's version after the command"),
  position: z.int().min(0).describe('Place in the whole log of the last event'),
  events: z.array(recordedEvent).readonly().describe('What it made happen; nothing when it was so already'),
})

export const postCustomerCommand = endpoint({
  ...ofCustomer,
  name: 'sendCustomerCommand',
  method: 'POST',
  path: '/api/customers/{customerId}/commands',
  summary:
    'Change what is known of a customer; staff changes what they sign in with, deactivates and reactivates',
  access: 'identified',
  headers: commandHeaders,
  body: customerRequest.and(delivery),
  status: 200,
  answer: customerHandled,
  refusals: {
    404: noSuchCustomer,
    409: 'ConcurrencyConflict: the customer is not at the expected version. EmailTaken: another customer signs in with it',
    412: 'ConcurrencyConflict: the customer is not at the version that `If-Match` names',
    422: 'A rule of customers; `code` says which. CommandIdReused: the id came before with something else',
  },
})
