'use client'

import type { TermsState } from '@/lib/shop/terms/state'
import { DiscountCodes } from './discount-codes'
import { SaleTerms } from './sale-terms'
import { SellerTerms } from './seller-terms'
import { ShippingRates } from './shipping-rates'
import { TaxRates } from './tax-rates'

/** All that the shop sells by, to be set. */
export const TermsBoard = ({ terms }: { readonly terms: TermsState }) => (
  <>
    <SaleTerms key={`sale-${terms.version}`} terms={terms} />
    <ShippingRates rates={terms.shippingRates} />
    <TaxRates rates={terms.taxRates} />
    <DiscountCodes codes={terms.discountCodes} />
    <SellerTerms key={`seller-${terms.version}`} seller={terms.seller} />
  </>
)
