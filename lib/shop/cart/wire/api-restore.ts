import * as z from 'zod'
import { endpoint } from '../../../kit/wire/api-endpoint'
import { largestVersion, wholeNumber } from '../../../kit/wire/api-fields'
import type { CartEvent } from '../events'
import { noSuchCart, ofCart } from './api-carts'
import { cartEventTypes } from './cart-event-types'

const unrecorded = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ItemAdded'), data: cartEventTypes.ItemAdded.data }),
  z.object({ type: z.literal('ItemRemoved'), data: cartEventTypes.ItemRemoved.data }),
  z.object({ type: z.literal('ItemQuantityChanged'), data: cartEventTypes.ItemQuantityChanged.data }),
  z.object({ type: z.literal('ItemRepriced'), data: cartEventTypes.ItemRepriced.data }),
  z.object({ type: z.literal('CartRestored'), data: cartEventTypes.CartRestored.data }),
])

export const restorePreview = z.object({
  version: z
    .int()
    .min(1)
    .describe('The version it was decided on; name it as `expectedVersion` to get just this'),
  events: z
    .array(unrecorded as z.ZodType<CartEvent>)
    .readonly()
    .describe('What RestoreCart would make happen; nothing when it is so already'),
})

export const getRestorePreview = endpoint({
  ...ofCart,
  name: 'previewCartRestore',
  method: 'GET',
  path: '/api/carts/{cartId}/restore-preview',
  summary: 'What bringing a cart back to a version would make happen',
  query: z.object({ toVersion: wholeNumber(1, largestVersion).describe('The version to go back to') }),
  status: 200,
  answer: restorePreview,
  refusals: {
    404: `${noSuchCart}. VersionNotFound: it has no such version to go back to`,
    422: 'CartAlreadyCheckedOut or CartAbandoned: a closed cart stays as it is',
  },
})
