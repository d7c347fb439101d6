import * as z from 'zod'
import { nextKey } from '../../../kit/wire/api-fields'
import { money } from '../../wire/money'

const count = z.int().min(0)

export const customerSummary = z.object({
  customerId: z.string(),
  carts: count.describe('In all: active, checked out, and abandoned'),
  active: count,
  checkedOut: count,
  abandoned: count,
  spent: z
    .array(z.object({ orders: count, total: money }))
    .readonly()
    .describe('In each currency'),
  firstSeenAt: z.string().describe('ISO 8601, UTC'),
  lastSeenAt: z.string().describe('ISO 8601, UTC'),
})
export type CustomerSummary = z.infer<typeof customerSummary>

export const customerPage = z.object({
  customers: z.array(customerSummary).readonly(),
  next: nextKey,
})
export type CustomerPage = z.infer<typeof customerPage>

export const productDemand = z.object({
  productId: z.string(),
  name: z.string().nullable().describe('As the catalogue has it; null when it does not know the product'),
  added: count.describe('Pieces put into carts'),
  removed: count.describe('Pieces taken out again'),
  bought: count.describe('Pieces in carts that were checked out'),
  abandoned: count.describe('Pieces in carts that were abandoned'),
  inCarts: z.int().describe('Pieces that are in active carts'),
})

export const demandPage = z.object({
  products: z.array(productDemand).readonly(),
  next: nextKey,
})
export type DemandPage = z.infer<typeof demandPage>

export const salesDay = z.object({
  day: z.string().describe('In UTC, like 2026-11-21'),
  orders: count,
  items: count.describe('Pieces'),
  revenue: money,
})

export const salesPage = z.object({
  days: z.array(salesDay).readonly(),
  next: nextKey,
})
export type SalesPage = z.infer<typeof salesPage>
