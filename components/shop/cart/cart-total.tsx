import { type CartState, cartTotal } from '@/lib/shop/cart/state'
import { formatMoney } from '../money-format'
import { WhyTotal } from './view/why-total'

/** What the cart comes to. It isn't read out at every click: `CartAnnouncer` does that when the clicks pause. */
export const CartTotal = ({ cart }: { readonly cart: CartState }) => (
  <div className="flex flex-col sm:flex-row sm:items-baseline sm:justify-between sm:gap-4">
    <span className="text-sm text-muted sm:text-md">Total {cart.version > 0 && <WhyTotal />}</span>
    <output
      aria-label="Total"
      aria-live="off"
      className="wrap-anywhere font-display text-4xl sm:text-right sm:text-5xl leading-none"
    >
      {formatMoney(cartTotal(cart))}
    </output>
  </div>
)
