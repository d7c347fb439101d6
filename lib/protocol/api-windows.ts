import * as z from 'zod'
import { keyframeInterval } from '../kit/kernel/keyframe-interval'
import { cartSnapshot, largestVersion, noSuchCart, ofCart } from './api-carts'
import { endpoint } from './api-endpoint'
import { wholeNumber } from './api-fields'
import { recordedCartEvent } from './events/recorded-event-schemas'

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
