import type { CartState } from '@/lib/shop/cart/state'
import { Button } from '../../ui/button'
import type { OpenQuestion } from './use-asking'

interface ClosingActionsProps {
  readonly cart: CartState
  readonly enabled: boolean
  readonly ask: (question: OpenQuestion) => void
}

/** The two ways a cart ends. */
export const ClosingActions = ({ cart, enabled, ask }: ClosingActionsProps) => (
  <div className="flex flex-[1_0_auto] flex-row-reverse gap-1.5 sm:flex-row">
    <Button
      variant="primary"
      size="lg"
      className="flex-1"
      disabled={!enabled || cart.items.length === 0}
      onClick={() => ask({ type: 'checkout' })}
    >
      Check out
    </Button>
    <Button
      variant="quiet"
      size="lg"
      className="max-sm:px-2"
      disabled={!enabled || cart.status !== 'active'}
      onClick={() => ask({ type: 'abandon' })}
    >
      Abandon…
    </Button>
  </div>
)
