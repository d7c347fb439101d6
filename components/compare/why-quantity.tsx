'use client'

import { memo } from 'react'
import { type CartItem, quantityOf } from '@/lib/domain/cart/state'
import { formatCount } from '../ui/format'
import { named } from '../ui/named'
import { Why } from './why'

interface WhyQuantityProps extends Pick<CartItem, 'productId' | 'productName'> {
  readonly className?: string
}

/** Asks how a line came by its quantity. */
export const WhyQuantity = memo(({ productId, productName, className }: WhyQuantityProps) => (
  <Why
    what={`the quantity of ${named(productName)}`}
    select={(cart) => quantityOf(cart, productId)}
    words={formatCount}
    className={className}
  />
))
