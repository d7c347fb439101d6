import * as z from 'zod'
import { cartSnapshot, largestVersion, noSuchCart, ofCart } from '../../shop/cart/wire/api-carts'
import { endpoint } from './api-endpoint'
import { wholeNumber } from './api-fields'

export const cartKeyframe = z.object({
  version: z.int().min(1),
  position: z.int().min(1).describe('Place in the whole log of the event it was reached with'),
  at: z.iso.datetime().describe('The latest time of all events up to it'),
  cart: cartSnapshot,
})

export const cartKeyframesPage = z.object({
  keyframes: z.array(cartKeyframe).describe('Oldest first'),
  every: z.int().describe('How many versions lie between two of them'),
  headVersion: z.int().min(1),
  next: z.int().nullable().describe('Ask again with this as `after`; null when there are no more'),
})
export type CartKeyframesPage = z.infer<typeof cartKeyframesPage>

export const getCartKeyframes = endpoint({
  name: 'readCartKeyframes',
  method: 'GET',
  path: '/api/carts/{cartId}/keyframes',
  summary: 'States of a cart at regular versions, to fold its events on from',
  access: 'identified',
  params: ofCart,
  absent: 'CartNotFound',
  query: z.object({
    after: wholeNumber(0, largestVersion).default(0).describe('Only keyframes after this version'),
    limit: wholeNumber(1, 400).default(100).describe('How many at most'),
  }),
  status: 200,
  answer: cartKeyframesPage,
  refusals: { 404: noSuchCart },
})
