'use client'

import type { ReactNode } from 'react'
import type { CartItem } from '@/lib/domain/cart/state'
import { LongList } from '../ui/long-list'

interface LineListProps {
  readonly items: readonly CartItem[]
  /** A line's usual height, until it is measured. */
  readonly lineHeight: number
  readonly line: (item: CartItem) => ReactNode
}

const productOf = ({ productId }: CartItem): string => productId

/** A cart's lines, however many. */
export const LineList = ({ items, lineHeight, line }: LineListProps) => (
  <LongList label="Lines" items={items} keyOf={productOf} rowHeight={lineHeight} row={line} />
)
