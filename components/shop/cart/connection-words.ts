import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'
import { count, formatDateTime } from '../../ui/format'

interface ConnectionState extends Pick<CartSession, 'connection' | 'unsent' | 'isGuest'> {
  /** Of when the cart is, where it was kept in this browser. */
  readonly knownAt?: string | undefined
}

/** How things stand with the shop, and what becomes of what one does; undefined when all is well. */
export const connectionWords = (state: ConnectionState): string | undefined => {
  const { connection, unsent, isGuest, knownAt } = state
  const known = knownAt ? ` The cart as last known here, ${formatDateTime(knownAt)}.` : ''
  switch (connection) {
    case 'offline':
      return `Offline.${known} ${keptWords(unsent)}`
    case 'reconnecting':
      return `Reconnecting…${known} ${keptWords(unsent)}`
    case 'connecting':
      return known ? `Reconnecting…${known} ${keptWords(unsent)}` : undefined
    case 'reading':
      return 'Live updates are blocked here: the cart is read every few seconds.'
    case 'renewed':
      return `The shop was renewed: reload to go on.${unsentWords(unsent)}`
    case 'signedOut':
      return isGuest
        ? `This page is of a visit that has ended: reload to go on.${unsentWords(unsent)}`
        : `You were signed out: sign in to go on.${unsentWords(unsent)}`
    default:
      return undefined
  }
}

const unsentWords = (unsent: CartSession['unsent']): string =>
  unsent.count === 0 ? '' : ` ${keptWords(unsent)}`

const keptWords = ({ count: waiting, isKept }: CartSession['unsent']): string => {
  const until = isKept ? '' : ' while this page is open'
  if (waiting === 0) return `What you do is kept${until} and sent later.`
  if (waiting === 1) return `1 change waits; it is kept${until}.`
  return `${count(waiting, 'change')} wait; they are kept${until}.`
}
