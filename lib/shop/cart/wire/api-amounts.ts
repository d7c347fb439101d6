import * as z from 'zod'
import { endpoint } from '../../../kit/wire/api-endpoint'
import { country } from '../../wire/country'
import { orderAmounts } from '../../wire/order-amounts'
import { noSuchCart, ofCart } from './api-carts'
import { discountCode } from './commands'

const checkoutAsked = z.object({
  country: country.describe('Where it would go'),
  discountCode: discountCode.optional(),
})

export const checkoutAmountsAnswer = z.object({
  version: z.int().min(1).describe('Of the cart that they are of'),
  amounts: orderAmounts,
})

export const getCheckoutAmounts = endpoint({
  ...ofCart,
  name: 'readCheckoutAmounts',
  method: 'GET',
  path: '/api/carts/{cartId}/amounts',
  summary: 'What checking a cart out would come to: its lines, discount, shipping and tax',
  query: checkoutAsked,
  status: 200,
  answer: checkoutAmountsAnswer,
  refusals: {
    404: noSuchCart,
    422: 'CartEmpty: there is nothing in it. CartAlreadyCheckedOut: it is closed. NotShippedTo: the shop ships nothing there. DiscountUnknown: there is no such code; other codes say why one does not hold',
  },
})
