import { endpoint } from '../../../kit/wire/api-endpoint'
import { streamOutline } from '../../../kit/wire/api-outline'
import { noSuchCart, ofCart } from './api-carts'

export const getCartOutline = endpoint({
  ...ofCart,
  name: 'readCartOutline',
  method: 'GET',
  path: '/api/carts/{cartId}/outline',
  summary: 'How much happened when in a cart, however long its history',
  status: 200,
  answer: streamOutline,
  refusals: { 404: noSuchCart },
})
