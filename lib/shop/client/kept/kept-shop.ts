import { headVersion } from '../../../kit/client/stream-log/stream-log'
import { type History, recentEvents } from '../../../kit/history/history'
import type { CartLog } from '../../cart/client/cart-log'
import type { CartState } from '../../cart/state'
import type { CartOpening } from '../../cart/wire/cart-opening'
import type { CatalogueProduct } from '../../product/wire/catalogue'
import type { RecordedCartEvent } from '../../wire/recorded-shop-events'
import type { ShopIdentity } from '../../wire/shop-identity'

/** Whose the shop is, as far as its page shows it; null where nobody knows yet. */
export type ShownIdentity = Pick<ShopIdentity, 'userId' | 'role' | 'isGuest' | 'name'> | null

/** The first products of the shelves, with nothing to narrow them. */
export interface KeptShelves {
  readonly products: readonly CatalogueProduct[]
  readonly next: string | null
}

/** The shop as a browser last knew it: what its page needs to be shown without network. */
export interface KeptShop {
  readonly release: string
  /** Whom it is for; empty while it is nobody's. */
  readonly owner: string
  readonly identity: ShownIdentity
  /** The cart's last events, as a page brings them; null where there was none. */
  readonly opening: CartOpening | null
  readonly shelves: KeptShelves
  readonly categories: readonly string[]
  /** ISO 8601, by this browser's clock. */
  readonly keptAt: string
}

/** What a page would have to bring for a log to begin with its last events; null while there are none. */
export const openingOf = ({ streamId, createdAt, history }: CartLog): CartOpening | null => {
  const { from, events } = recentEvents<CartState, RecordedCartEvent>(history)
  const state = stateBefore(history, from)
  return events.length > 0 && state
    ? { streamType: 'cart', streamId, createdAt, last: { from, state, events }, windows: [] }
    : null
}

const stateBefore = ({ windows }: History<CartState, RecordedCartEvent>, from: number) =>
  windows.get(from)?.state

/** Whose a shop is: a first cart makes a guest of nobody, who owns it from then on. */
export const ownerOf = (identity: ShownIdentity, log: CartLog): string =>
  identity?.userId ?? (headVersion(log) > 0 ? log.history.head.customerId : '')
