import { createContext } from 'react'
import type { CartState } from '@/lib/domain/cart/state'
import type { History } from '@/lib/history/history'
import type { RecordedCartEvent } from '@/lib/protocol/recorded-event'

/** A moment of a cart's history, and the way to others. */
export interface Moment {
  readonly history: History<CartState, RecordedCartEvent>
  /** The version the values shown are of. */
  readonly version: number
  readonly jump: (version: number) => void
}

/** The moment of which the cart around shows the values; null outside of one. */
export const ShownMoment = createContext<Moment | null>(null)
