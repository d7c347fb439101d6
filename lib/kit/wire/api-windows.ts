import * as z from 'zod'
import { cartSnapshot, largestVersion, noSuchCart, ofCart } from '../../shop/cart/wire/api-carts'
import { recordedCartEvent } from '../../shop/wire/events/recorded-event-schemas'
import { keyframeInterval } from '../kernel/keyframe-interval'
import { endpoint } from './api-endpoint'
import { wholeNumber } from './api-fields'

export const cartWindow = z.object({
  cart: cartSnapshot.describe('The state at `from`, before the first of the events'),
  events: z.array(recordedCartEvent).readonly().describe(`The next ${keyframeInterval} of them at most`),
})

export type CartWindowAnswer = z.infer<typeof cartWindow>

export const getCartWindow = endpoint({
  name: 'readCartWindow',
  method: 'GET',
  path: '/api/carts/{cartId}/window',
  summary: 'A state of a cart and the events after it, to fold any version between from',
  access: 'identified',
  params: ofCart,
  absent: 'CartNotFound',
  validated: true,
  query: z.object({
    from: wholeNumber(0, largestVersion)
      .refine((from) => from % keyframeInterval === 0, `must be a multiple of ${keyframeInterval}`)
      .describe('The version of the state'),
  }),
  status: 200,
  answer: cartWindow,
  refusals: { 404: `${noSuchCart}. VersionNotFound: it has not come that far` },
})
