import { createContext } from 'react'
import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'

/** A moment of a cart's history, and the way to others. */
export interface Moment {
  readonly loadWindow: CartSession['loadWindow']
  /** The version the values shown are of. */
  readonly version: number
  readonly jump: (version: number) => void
}

/** The moment of which the cart around shows the values; null outside of one. */
export const ShownMoment = createContext<Moment | null>(null)
