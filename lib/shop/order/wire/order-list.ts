import * as z from 'zod'
import { plainText } from '../../../kit/wire/text'
import { money } from '../../wire/money'

/** In the order that orders go through them. */
export const orderStatuses = [
  'placed',
  'confirmed',
  'partlyShipped',
  'shipped',
  'delivered',
  'returned',
  'cancelled',
] as const
export type ListedStatus = (typeof orderStatuses)[number]

/** What people call an order by, as they type it. */
export const orderNumber = plainText(20).transform((typed) => typed.toUpperCase())

/** An order as lists show it. */
export const orderListItem = z.object({
  orderId: z.string(),
  number: z.string().describe('What people call it by'),
  customerId: z.string(),
  status: z.enum(orderStatuses),
  itemCount: z.int().min(0).describe('Pieces that were ordered and not cancelled'),
  unshipped: z.int().min(0).describe('Pieces that are still to be shipped'),
  total: money,
  outstanding: money.describe('What is still to be paid; below zero what is to be given back'),
  version: z.int().min(1),
  placedAt: z.string().describe('ISO 8601, UTC'),
  updatedAt: z.string().describe('ISO 8601, UTC'),
})
export type OrderListItem = z.infer<typeof orderListItem>

/** Some of the orders, newest first. */
export const orderPage = z.object({
  orders: z.array(orderListItem).readonly(),
  next: z.int().nullable().describe('Ask again with this as `after`; null when there are no more'),
})
export type OrderPage = z.infer<typeof orderPage>

const count = z.int().min(0)

/** How many orders there are of each status. */
export const orderCounts = z.object({
  placed: count,
  confirmed: count,
  partlyShipped: count,
  shipped: count,
  delivered: count,
  returned: count,
  cancelled: count,
}) satisfies z.ZodType<Record<ListedStatus, number>>
export type OrderCounts = z.infer<typeof orderCounts>
