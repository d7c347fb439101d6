import type { DiscountCode, PricingTerms, ShippingRate, TaxRate } from '../amounts/pricing-terms'
import type { Seller } from './events'

export type SetPrices = { readonly type: 'SetPrices'; readonly prices: PricingTerms['prices'] }
export type SetShippingRate = { readonly type: 'SetShippingRate' } & ShippingRate
export type RemoveShippingRate = { readonly type: 'RemoveShippingRate'; readonly id: string }
export type SetTaxRate = { readonly type: 'SetTaxRate' } & TaxRate
export type RemoveTaxRate = { readonly type: 'RemoveTaxRate'; readonly id: string }
export type SetDiscountCode = { readonly type: 'SetDiscountCode' } & DiscountCode
export type WithdrawDiscountCode = { readonly type: 'WithdrawDiscountCode'; readonly code: string }
export type SetSeller = { readonly type: 'SetSeller' } & Seller
export type SetEditWindow = { readonly type: 'SetEditWindow'; readonly seconds: number }
export type SetPaymentWindow = { readonly type: 'SetPaymentWindow'; readonly seconds: number }

export type TermsCommand =
  | SetPrices
  | SetShippingRate
  | RemoveShippingRate
  | SetTaxRate
  | RemoveTaxRate
  | SetDiscountCode
  | WithdrawDiscountCode
  | SetSeller
  | SetEditWindow
  | SetPaymentWindow
