import type { DiscountCode, PricingTerms, ShippingRate, TaxRate } from '../amounts/pricing-terms'

/** Who sells, as invoices say it. */
export interface Seller {
  readonly name: string
  /** As on an envelope, lines and all. */
  readonly address: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly taxNumber?: string | undefined
  readonly email?: string | undefined
}

export interface PricesSet {
  readonly type: 'PricesSet'
  readonly data: { readonly prices: PricingTerms['prices'] }
}

/** A rate of this id holds from here on, in the place of one that was there. */
export interface ShippingRateSet {
  readonly type: 'ShippingRateSet'
  readonly data: ShippingRate
}

export interface ShippingRateRemoved {
  readonly type: 'ShippingRateRemoved'
  readonly data: { readonly id: string }
}

export interface TaxRateSet {
  readonly type: 'TaxRateSet'
  readonly data: TaxRate
}

export interface TaxRateRemoved {
  readonly type: 'TaxRateRemoved'
  readonly data: { readonly id: string }
}

export interface DiscountCodeSet {
  readonly type: 'DiscountCodeSet'
  readonly data: DiscountCode
}

export interface DiscountCodeWithdrawn {
  readonly type: 'DiscountCodeWithdrawn'
  readonly data: { readonly code: string }
}

export interface SellerSet {
  readonly type: 'SellerSet'
  readonly data: Seller
}

/** How long an order's items may change before it is confirmed. */
export interface EditWindowSet {
  readonly type: 'EditWindowSet'
  readonly data: { readonly seconds: number }
}

/** How long a payment may take before its order is cancelled. */
export interface PaymentWindowSet {
  readonly type: 'PaymentWindowSet'
  readonly data: { readonly seconds: number }
}

export type TermsEvent =
  | PricesSet
  | ShippingRateSet
  | ShippingRateRemoved
  | TaxRateSet
  | TaxRateRemoved
  | DiscountCodeSet
  | DiscountCodeWithdrawn
  | SellerSet
  | EditWindowSet
  | PaymentWindowSet
