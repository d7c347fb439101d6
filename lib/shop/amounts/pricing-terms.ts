import type { Money } from '../money'

/** From so much on (of goods in minor units, or of weight in grams), shipping costs this. */
export interface ShippingStep {
  readonly from: number
  readonly price: Money
}

/** What shipping costs, by what the goods come to or weigh. */
export interface ShippingRate {
  readonly id: string
  /** ISO 3166-1 alpha-2; none: wherever no other rate names. */
  readonly countries: readonly string[]
  readonly by: 'total' | 'weight'
  /** Rising, the first from 0; all in one currency. */
  readonly steps: readonly ShippingStep[]
}

/** What a tax is on: all goods and shipping, goods of one category, or shipping. */
export type Taxed =
  | { readonly type: 'all' }
  | { readonly type: 'category'; readonly category: string }
  | { readonly type: 'shipping' }

export interface TaxRate {
  readonly id: string
  /** ISO 3166-1 alpha-2; none: wherever no other rate names. */
  readonly countries: readonly string[]
  readonly on: Taxed
  /** In parts of ten thousand: 1900 is 19 %. */
  readonly rate: number
  /** ISO 8601, UTC. It holds until one that begins later. */
  readonly from: string
}

export type DiscountWorth =
  /** In parts of ten thousand of the goods. */
  | { readonly type: 'percent'; readonly rate: number }
  | { readonly type: 'amount'; readonly amount: Money }
  | { readonly type: 'freeShipping' }

export interface DiscountCode {
  /** In capitals. */
  readonly code: string
  readonly worth: DiscountWorth
  /** What the goods have to come to. */
  readonly minimum?: Money | undefined
  /** ISO 8601, UTC: from when it holds, and until when, that moment not included. */
  readonly from?: string | undefined
  readonly until?: string | undefined
  /** How many orders may use it in all, and how many of one customer. */
  readonly limit?: number | undefined
  readonly limitPerCustomer?: number | undefined
}

/** What of a shop's terms decides what an order comes to. */
export interface PricingTerms {
  /** Whether the catalogue's prices have tax in them. */
  readonly prices: 'gross' | 'net'
  readonly shippingRates: readonly ShippingRate[]
  readonly taxRates: readonly TaxRate[]
  readonly discountCodes: readonly DiscountCode[]
}

/** A shop that has set none: no tax, shipping is free. */
export const noTerms: PricingTerms = { prices: 'gross', shippingRates: [], taxRates: [], discountCodes: [] }

/** A code as it is compared: shoppers type it as they like. */
export const normalCode = (typed: string): string => typed.trim().toUpperCase()
