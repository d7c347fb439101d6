import type { CartSession } from '@/lib/client/use-cart-session'
import { count } from '../ui/format'

interface ConnectionState extends Pick<CartSession, 'connection' | 'unsent'> {
  readonly isOnline: boolean
}

/** That the shop can't be reached, and what becomes of what one does; undefined when all is well. */
export const connectionWords = ({ isOnline, connection, unsent }: ConnectionState): string | undefined => {
  if (isOnline && connection !== 'reconnecting') return undefined
  const trouble = isOnline ? 'Reconnecting…' : 'Offline.'
  const until = unsent.isKept ? '' : ' while this page is open'
  if (unsent.count === 0) return `${trouble} What you do is kept${until} and sent later.`
  if (unsent.count === 1) return `${trouble} 1 change waits; it is kept${until}.`
  return `${trouble} ${count(unsent.count, 'change')} wait; they are kept${until}.`
}
