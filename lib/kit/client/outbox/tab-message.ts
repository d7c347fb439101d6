import type { CartRefusal } from '../../../shop/cart/wire/cart-answers'
import type { RecordedCartEvent } from '../../../shop/wire/recorded-shop-events'
import type { Outbox, OutboxEntry } from './outbox'

/** What one tab of a browser tells the others. */
export type TabMessage =
  /** What waits, and what of it was answered. */
  | { readonly type: 'outbox'; readonly outbox: Outbox }
  /** Events that a command's answer brought. */
  | { readonly type: 'confirmed'; readonly cartId: string; readonly events: readonly RecordedCartEvent[] }
  /** A cart was begun by what a person, or nobody yet, asked for. */
  | { readonly type: 'opened'; readonly cartId: string; readonly person: string | null }
  /** A command was refused by the server. */
  | { readonly type: 'refused'; readonly entry: OutboxEntry; readonly rejection: CartRefusal }
