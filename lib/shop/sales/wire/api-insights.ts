import * as z from 'zod'
import { endpoint } from '../../../kit/wire/api-endpoint'
import { pageLimit, wholeNumber } from '../../../kit/wire/api-fields'
import { freshness, readAfter } from '../../../kit/wire/freshness'
import { id, plainText } from '../../../kit/wire/text'
import { cartPage, cartStatuses } from '../../cart/wire/cart-list'
import { maxQueryLength } from '../../cart/wire/search/query'
import { customerPage, demandPage, salesPage } from './insights'

export const cartsAnswer = cartPage.extend(freshness.shape)
export const customersAnswer = customerPage.extend(freshness.shape)
export const demandAnswer = demandPage.extend(freshness.shape)
export const salesAnswer = salesPage.extend(freshness.shape)

export const getCarts = endpoint({
  name: 'readCarts',
  method: 'GET',
  path: '/api/carts',
  summary: 'Carts, newest first: all of them, or those that a search finds',
  access: 'staff',
  query: readAfter.extend({
    q: plainText(maxQueryLength)
      .optional()
      .describe(
        'What is looked for: beginnings of ids, words and "phrases" of events, `cart:`, `customer:`, `email:`, ' +
          '`product:`, `event:`, `actor:`, `status:`, `total:>50`, `total:20..100USD`, `items:`, `events:`, ' +
          '`created:2011-01..2011-03`, `updated:`, `closed:`; `-` denies what follows it; all of it has to hold',
      ),
    status: z.enum(cartStatuses).optional().describe('The same as `status:` in `q`'),
    before: wholeNumber(1, Number.MAX_SAFE_INTEGER)
      .optional()
      .describe("Only carts created before this position: the last page's `next`"),
    limit: pageLimit,
  }),
  status: 200,
  answer: cartsAnswer,
  refusals: {
    400: "Malformed: `errors` names the fields. InvalidSearch: `q` can't be read, for `length` characters from `at` on",
    422: 'SearchTooBroad: it would take too long; ask for something rarer',
  },
})

export const getCustomers = endpoint({
  name: 'readCustomers',
  method: 'GET',
  path: '/api/customers',
  summary: 'Customers with their carts and what they spent, by their ids',
  access: 'staff',
  query: readAfter.extend({
    q: plainText(64).optional().describe("The beginning of a customer's id"),
    after: id.optional().describe('Only customers after this one'),
    limit: pageLimit,
  }),
  status: 200,
  answer: customersAnswer,
})

export const getDemand = endpoint({
  name: 'readDemand',
  method: 'GET',
  path: '/api/products/demand',
  summary: 'What was put into carts, taken out, bought and abandoned of each product, by their ids',
  access: 'staff',
  query: readAfter.extend({
    after: id.optional().describe('Only products after this one'),
    limit: pageLimit,
  }),
  status: 200,
  answer: demandAnswer,
})

const day = z.iso
  .date('must be a day like 2026-11-21')
  .refine((text) => text >= '0001', 'must be a day like 2026-11-21')

export const getSalesDays = endpoint({
  name: 'readSalesDays',
  method: 'GET',
  path: '/api/sales/days',
  summary: 'What was sold on each day (UTC) in each currency, oldest first',
  access: 'staff',
  query: readAfter.extend({
    from: day.optional().describe('The first day'),
    to: day.optional().describe('The last day'),
    after: z
      .string()
      .regex(/^\d{4}-\d\d-\d\d [A-Z]{3}$/, "must be a page's `next`")
      .refine((value) => day.safeParse(value.slice(0, 10)).success, "must be a page's `next`")
      .optional()
      .describe("Only what comes after the last page's `next`"),
    limit: pageLimit,
  }),
  status: 200,
  answer: salesAnswer,
})
