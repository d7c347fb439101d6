import type { CartState } from '@/lib/domain/cart/state'
import { Button } from '../ui/button'
import { CartTotal } from './cart-total'
import type { Question } from './use-asking'

interface CartFooterProps {
  readonly cart: CartState
  /** Left out where the cart can only be looked at. */
  readonly actions?: { readonly enabled: boolean; readonly ask: (question: Question) => void } | undefined
}

/** What it comes to, and what can be done with the cart as a whole. */
export const CartFooter = ({ cart, actions }: CartFooterProps) => (
  <footer className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 border-line border-t px-4 py-3 sm:grid sm:grid-cols-1 sm:px-6 sm:py-4">
    <CartTotal cart={cart} />
    {actions && (
      <div className="flex flex-[1_0_auto] flex-row-reverse gap-1.5 sm:flex-row">
        <Button
          variant="primary"
          size="lg"
          className="flex-1"
          disabled={!actions.enabled || cart.items.length === 0}
          onClick={() => actions.ask('checkout')}
        >
          Check out
        </Button>
        <Button
          variant="ghost"
          size="lg"
          className="text-muted max-sm:px-2"
          disabled={!actions.enabled || cart.status !== 'active'}
          onClick={() => actions.ask('abandon')}
        >
          Abandon…
        </Button>
      </div>
    )}
  </footer>
)
