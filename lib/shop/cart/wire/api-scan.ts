import * as z from 'zod'
import { endpoint } from '../../../kit/wire/api-endpoint'
import { scanContentType, scanLineOf, scanQuery } from '../../../kit/wire/api-scan'
import { noSuchCart, ofCart } from './api-carts'
import { cartEventTypes } from './cart-event-types'

export const getCartScan = endpoint({
  ...ofCart,
  name: 'scanCart',
  method: 'GET',
  path: '/api/carts/{cartId}/scan',
  summary: "All of a cart's events up to its head in short, oldest first: a line for each, streamed",
  query: scanQuery,
  status: 200,
  contentType: scanContentType,
  answer: scanLineOf(z.enum(Object.keys(cartEventTypes))),
  refusals: { 404: noSuchCart },
})
