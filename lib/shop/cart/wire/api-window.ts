import * as z from 'zod'
import { keyframeInterval } from '../../../kit/kernel/keyframe-interval'
import { endpoint } from '../../../kit/wire/api-endpoint'
import { windowQuery } from '../../../kit/wire/api-windows'
import { recordedCartEvent } from '../../wire/events/recorded-event-schemas'
import { cartSnapshot, noSuchCart, ofCart } from './api-carts'

const cartWindow = z.object({
  cart: cartSnapshot.describe('The state at `from`, before the first of the events'),
  events: z.array(recordedCartEvent).readonly().describe(`The next ${keyframeInterval} of them at most`),
})

export type CartWindowAnswer = z.infer<typeof cartWindow>

export const getCartWindow = endpoint({
  ...ofCart,
  name: 'readCartWindow',
  method: 'GET',
  path: '/api/carts/{cartId}/window',
  summary: 'A state of a cart and the events after it, to fold any version between from',
  validated: true,
  query: windowQuery,
  status: 200,
  answer: cartWindow,
  refusals: { 404: `${noSuchCart}. VersionNotFound: it has not come that far` },
})
