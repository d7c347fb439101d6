import type { CartSession } from '@/lib/client/use-cart-session'
import type { RecordedCartEvent } from '@/lib/protocol/recorded-event'
import { tell } from '../ui/tell'
import { undoReason } from './use-undo'

/** Says where the cart was brought back to, with the way back from there. */
export const tellRestored = (events: readonly RecordedCartEvent[], restore: CartSession['restore']): void => {
  const last = events.at(-1)
  if (last?.type !== 'CartRestored') return
  const { fromVersion, toVersion } = last.data
  const undo = () => restore({ toVersion: fromVersion, reason: undoReason, seen: last.version })
  tell(`The cart is as it was at version ${toVersion}.`, { action: { label: 'Undo', onClick: undo } })
}
