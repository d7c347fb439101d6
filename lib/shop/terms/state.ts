import { noTerms, type PricingTerms } from '../amounts/pricing-terms'
import type { Seller } from './events'

/** What a shop sells by. */
export interface TermsState extends PricingTerms {
  readonly id: string
  readonly seller?: Seller | undefined
  /** How long an order's items may change before it is confirmed. */
  readonly editWindowSeconds: number
  /** How long a payment may take before its order is cancelled. */
  readonly paymentWindowSeconds: number
  readonly version: number
}

const minute = 60

/** The terms of a shop that has set none. */
export const initialTerms = (id: string): TermsState => ({
  id,
  ...noTerms,
  editWindowSeconds: 10 * minute,
  paymentWindowSeconds: 30 * minute,
  version: 0,
})
