import type { CartState } from '@/lib/shop/cart/state'
import { Button } from '../../ui/button'
import { isLikeNow } from './is-like-now'
import type { OpenQuestion } from './use-asking'

interface RestoreActionProps {
  readonly now: CartState
  readonly past: CartState
  readonly asStaff: boolean
  readonly ask: (question: OpenQuestion) => void
}

/** What can be done about the past: to have it back. */
export const RestoreAction = ({ now, past, asStaff, ask }: RestoreActionProps) => {
  if (isLikeNow(now, past)) {
    return <p className="flex min-h-12 items-center text-muted text-md">The cart holds just this now, too.</p>
  }
  return (
    <Button
      variant="past"
      size="lg"
      className="min-w-0 shrink! grow whitespace-normal! text-balance leading-tight sm:w-full sm:max-w-96 sm:justify-self-end"
      onClick={() => ask({ type: 'restore', toVersion: past.version })}
    >
      {asStaff ? 'Restore for the shopper…' : 'Bring the cart back to this version…'}
    </Button>
  )
}
