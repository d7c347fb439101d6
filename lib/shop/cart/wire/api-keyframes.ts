import * as z from 'zod'
import { endpoint } from '../../../kit/wire/api-endpoint'
import { keyframePlace, keyframesPageOf, keyframesQuery } from '../../../kit/wire/api-keyframes'
import { cartSnapshot, noSuchCart, ofCart } from './api-carts'

export const cartKeyframe = z.object({ ...keyframePlace, cart: cartSnapshot })

export const cartKeyframesPage = keyframesPageOf(cartKeyframe)

export const getCartKeyframes = endpoint({
  ...ofCart,
  name: 'readCartKeyframes',
  method: 'GET',
  path: '/api/carts/{cartId}/keyframes',
  summary: 'States of a cart at regular versions, to fold its events on from',
  query: keyframesQuery,
  status: 200,
  answer: cartKeyframesPage,
  refusals: { 404: noSuchCart },
})
