'use client'

import type { ReactNode } from 'react'
import type { StaffProduct } from '@/lib/shop/product/wire/api-catalogue'
import type { Change } from './change'
import { DescribeForm } from './describe-form'
import { OfferForm } from './offer-form'
import { StockForm } from './stock-form'

interface ProductFormsProps {
  readonly product: StaffProduct
  readonly change: Change
  /** What another price or a withdrawal does to carts that are open. */
  readonly openCarts: ReactNode
}

/** All that may be done to a product. */
export const ProductForms = ({ product, change, openCarts }: ProductFormsProps) => (
  <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
    <DescribeForm product={product} change={change} />
    <div className="grid content-start gap-8">
      <OfferForm product={product} change={change} openCarts={openCarts} />
      <StockForm product={product} change={change} />
    </div>
  </div>
)
