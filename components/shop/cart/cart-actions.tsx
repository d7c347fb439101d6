import type { Playhead } from '@/lib/kit/client/playhead/use-playhead'
import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'
import type { CartState } from '@/lib/shop/cart/state'
import { ClosingActions } from './closing-actions'
import { RestoreAction } from './restore-action'
import type { OpenQuestion } from './use-asking'

interface CartActionsProps {
  readonly session: CartSession
  readonly playhead: Playhead<CartState>
  readonly ask: (question: OpenQuestion) => void
}

/** What can be done with the cart as a whole: to end it as it is now, or to have back what it was. */
export const CartActions = ({ session, playhead, ask }: CartActionsProps) => {
  const { shown, isLive, isLoading, version } = playhead
  const { readOnly, canRestore, optimistic } = session
  if (isLoading)
    return <p className="flex min-h-12 items-center text-muted text-md">{`Fetching version ${version}…`}</p>
  if (canRestore && !isLive && shown.version > 0 && optimistic.status === 'active') {
    return <RestoreAction now={optimistic} past={shown} asStaff={readOnly} ask={ask} />
  }
  return readOnly ? null : <ClosingActions cart={shown} enabled={isLive} ask={ask} />
}
