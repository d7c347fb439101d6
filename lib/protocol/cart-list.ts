import * as z from 'zod'
import { money } from './money'

export const cartStatuses = ['active', 'checkedOut', 'abandoned'] as const

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
})
export type CartListItem = z.infer<typeof cartListItem>

/** Some of the carts, newest first. */
export const cartPage = z.object({
  carts: z.array(cartListItem).readonly(),
  next: z.int().nullable().describe('Ask again with this as `before`; null when there are no more'),
})
export type CartPage = z.infer<typeof cartPage>
