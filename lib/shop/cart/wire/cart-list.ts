import * as z from 'zod'
import { money } from '../../wire/money'

export const cartStatuses = ['active', 'checkedOut', 'abandoned'] as const

/** What a cart was found by, where its row doesn't show it. */
const cartMatch = z.object({
  field: z.enum(['product', 'words', 'email']),
  value: z.string(),
})
export type CartMatch = z.infer<typeof cartMatch>

/** A cart as lists show it. */
export const cartListItem = z.object({
  cartId: z.string(),
  customerId: z.string(),
  status: z.enum(cartStatuses),
  itemCount: z.int().min(0),
  total: money,
  version: z.int().min(1),
  createdAt: z.string().describe('ISO 8601, UTC'),
  updatedAt: z.string().describe('ISO 8601, UTC'),
  closedAt: z.string().nullable().describe('When it was checked out or abandoned; ISO 8601, UTC'),
  matches: z
    .array(cartMatch)
    .readonly()
    .describe(
      "Some of what it was found by that isn't told above: a product, words of an event, an e-mail address",
    ),
})
export type CartListItem = z.infer<typeof cartListItem>

/** Some of the carts, newest first. */
export const cartPage = z.object({
  carts: z.array(cartListItem).readonly(),
  next: z.int().nullable().describe('Ask again with this as `before`; null when there are no more'),
})
export type CartPage = z.infer<typeof cartPage>
