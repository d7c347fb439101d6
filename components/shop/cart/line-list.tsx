'use client'

import { type ReactNode, useMemo } from 'react'
import type { CartItem } from '@/lib/shop/cart/state'
import { LongList } from '../../ui/long-list'
import { type LinePlace, linePlaces } from './line-places'

interface LineListProps {
  readonly items: readonly CartItem[]
  /** A line's usual height, until it is measured. */
  readonly lineHeight: number
  readonly line: (item: CartItem, place: LinePlace) => ReactNode
}

/** A cart's lines, however many. */
export const LineList = ({ items, lineHeight, line }: LineListProps) => {
  const places = useMemo(() => linePlaces(items), [items])
  const placeOf = (item: CartItem) => places.get(item) as LinePlace
  return (
    <LongList
      label="Lines"
      items={items}
      keyOf={(item) => placeOf(item).key}
      rowHeight={lineHeight}
      row={(item) => line(item, placeOf(item))}
    />
  )
}
