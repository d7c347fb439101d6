'use client'

import { useEffect } from 'react'
import { count } from '@/components/ui/format'
import { Button } from '../../../ui/button'

interface MoreOrdersProps {
  /** How many are at hand; with each page that came it is seen anew. */
  readonly count: number
  readonly onSeen: () => void
}

/** Reads older orders as soon as it comes into view. */
export const MoreOrders = ({ count: atHand, onSeen }: MoreOrdersProps) => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: with more orders at hand it is seen anew
  useEffect(onSeen, [atHand, onSeen])
  return (
    <p className="flex min-h-12 items-center gap-3 text-muted text-sm">
      {`${count(atHand, 'order')} read; older ones are on their way.`}
      <Button size="sm" variant="quiet" onClick={onSeen}>
        Read them
      </Button>
    </p>
  )
}
