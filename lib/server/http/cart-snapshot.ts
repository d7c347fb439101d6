import { cart } from '../../domain/cart/cart'
import type { CartEvent } from '../../domain/cart/events'
import { type CartState, cartTotal, itemCount } from '../../domain/cart/state'
import type { CartSnapshot } from '../../protocol/api-carts'
import type { RecordedEvent } from '../../protocol/recorded-event'
import { type Refusal, refuse } from './refusal'

interface Moment {
  readonly version?: number | undefined
  /** ISO 8601. */
  readonly at?: string | undefined
}

/** The cart of all its events as it was at a moment; as it is now when no moment is given. */
export const snapshotAt = (
  cartId: string,
  events: readonly RecordedEvent<CartEvent>[],
  { version, at }: Moment,
): { readonly type: 'found'; readonly cart: CartSnapshot } | Refusal => {
  const headVersion = events.length
  if (version !== undefined && version > headVersion) {
    const detail = `The cart has come to version ${headVersion}; there is no version ${version} yet.`
    return refuse(404, 'VersionNotFound', detail, { data: { headVersion } })
  }
  const target = version ?? (at === undefined ? headVersion : versionAt(events, at))
  return { type: 'found', cart: toSnapshot(cart.fold(cart.initial(cartId), events.slice(0, target))) }
}

/** The version a stream had come to by a time. */
const versionAt = (events: readonly RecordedEvent[], at: string): number => {
  const time = Date.parse(at)
  return events.findLast((event) => Date.parse(event.occurredAt) <= time)?.version ?? 0
}

const toSnapshot = (state: CartState): CartSnapshot => ({
  cartId: state.id,
  customerId: state.customerId,
  status: state.status,
  version: state.version,
  items: state.items.map(({ productId, productName, quantity, unitPrice }) => ({
    productId,
    productName,
    quantity,
    unitPrice: { amount: unitPrice.amount, currency: unitPrice.currency },
  })),
  itemCount: itemCount(state),
  total: cartTotal(state),
})
