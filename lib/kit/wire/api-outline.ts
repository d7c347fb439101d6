import * as z from 'zod'
import { noSuchCart, ofCart } from '../../shop/cart/wire/api-carts'
import { endpoint } from './api-endpoint'

const axis = (start: string, width: string) =>
  z.object({
    start: z.number().describe(start),
    width: z.number().describe(width),
    columns: z
      .array(
        z.object({
          counts: z.record(z.string(), z.int().min(1)).readonly().describe('How many events of each type'),
          last: z.int().min(0).describe('The last version up to here'),
        }),
      )
      .readonly(),
  })

export const cartOutline = z.object({
  version: z.int().min(1).describe('The last version in it'),
  byVersion: axis('Version 1', 'How many versions a column holds'),
  byTime: axis('When it begins, in milliseconds since 1970', 'How many milliseconds a column holds'),
  marks: z
    .array(z.object({ version: z.int().min(1), type: z.string() }))
    .readonly()
    .describe(
      'Beginnings, returns and ends, and `Conflict` where a command met another version; the latest 500',
    ),
})
export type CartOutline = z.infer<typeof cartOutline>

export const getCartOutline = endpoint({
  name: 'readCartOutline',
  method: 'GET',
  path: '/api/carts/{cartId}/outline',
  summary: 'How much happened when in a cart, however long its history',
  access: 'identified',
  params: ofCart,
  absent: 'CartNotFound',
  status: 200,
  answer: cartOutline,
  refusals: { 404: noSuchCart },
})
