'use client'

import { memo } from 'react'
import { isSameLine } from '@/lib/shop/cart/lines'
import { type CartItem, type CartState, quantityOf } from '@/lib/shop/cart/state'
import { Why } from '../../../player/compare/why'
import { formatCount } from '../../../ui/format'

interface WhyQuantityProps {
  readonly item: CartItem
  /** What the line is called in a sentence, also where its product has others. */
  readonly name: string
  /** Whether its product has no other line. */
  readonly isOnly: boolean
  readonly className?: string
}

/** Asks how a line came by its quantity. */
export const WhyQuantity = memo(({ item, name, isOnly, className }: WhyQuantityProps) => (
  <Why
    what={`the quantity of ${name}`}
    select={(cart: CartState) => (isOnly ? quantityOf(cart, item.productId) : quantityOfLine(cart, item))}
    words={formatCount}
    className={className}
  />
))

const quantityOfLine = ({ items }: CartState, item: CartItem): number =>
  items.find((line) => isSameLine(line, item))?.quantity ?? 0
