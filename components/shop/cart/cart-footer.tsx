import type { ReactNode } from 'react'
import type { CartState } from '@/lib/shop/cart/state'
import { CartTotal } from './cart-total'

interface CartFooterProps {
  readonly cart: CartState
  /** What can be done with the cart as a whole, where anything can. */
  readonly children?: ReactNode
}

/** What it comes to, and what can be done about it. */
export const CartFooter = ({ cart, children }: CartFooterProps) => (
  <footer className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 border-line border-t px-4 py-3 sm:grid sm:grid-cols-1 sm:px-6 sm:py-4">
    <CartTotal cart={cart} />
    {children}
  </footer>
)
