'use client'

import type { ReactNode } from 'react'
import type { CartItem } from '@/lib/domain/cart/state'
import { VirtualLineList } from './virtual-line-list'

const virtualFrom = 60

export interface LineListProps {
  readonly items: readonly CartItem[]
  /** A line's usual height, until it is measured. */
  readonly lineHeight: number
  readonly line: (item: CartItem) => ReactNode
}

/** A cart's lines, however many: of a long list only what is in view is in the page. */
export const LineList = (props: LineListProps) => {
  if (props.items.length > virtualFrom) return <VirtualLineList {...props} />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <ul aria-label="Lines" tabIndex={0} className="scroll-quiet min-h-0 flex-1 overflow-y-auto">
      {props.items.map((item) => (
        <li key={item.productId} className="border-line border-b">
          {props.line(item)}
        </li>
      ))}
    </ul>
  )
}
