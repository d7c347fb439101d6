import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'
import type { RecordedCartEvent } from '@/lib/shop/wire/recorded-shop-events'
import { tell } from '../../ui/tell'
import { withoutWords } from './view/sentence'

/** Says where the cart was brought back to, with the way back from there. */
export const tellRestored = (events: readonly RecordedCartEvent[], restore: CartSession['restore']): void => {
  const last = events.at(-1)
  if (last?.type !== 'CartRestored') return
  const { fromVersion, toVersion, leftOut } = last.data
  const undo = () => restore({ toVersion: fromVersion, step: 'undo', seen: last.version })
  tell(`The cart is as it was at version ${toVersion}${leftOut ? `, ${withoutWords(leftOut)}` : ''}.`, {
    action: { label: 'Undo', onClick: undo },
  })
}
