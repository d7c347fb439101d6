import type { Aggregates } from '../../../kit/server/aggregates/aggregates'
import type { HttpRefusal } from '../../../kit/server/http/refusal'
import { stateAt } from '../../../kit/server/streams/state-at'
import type { MomentQuery } from '../../../kit/wire/api-moment'
import { type CartState, cartTotal, itemCount } from '../state'
import type { CartSnapshot } from '../wire/api-carts'
import { storedCart } from '../wire/stored-cart'

/** A cart as it was at a moment; as it is now when no moment is given. */
export const snapshotAt = async (
  aggregates: Pick<Aggregates, 'at'>,
  cartId: string,
  asked: MomentQuery,
): Promise<{ readonly type: 'found'; readonly cart: CartSnapshot } | HttpRefusal> => {
  const found = await stateAt(aggregates, storedCart, cartId, asked)
  return found.type === 'refused' ? found : { type: 'found', cart: toSnapshot(found.state) }
}

/** A cart's state as the API tells it. */
export const toSnapshot = (state: CartState): CartSnapshot => ({
  cartId: state.id,
  customerId: state.customerId,
  status: state.status,
  ...(state.idleSince !== undefined && { idleSince: state.idleSince }),
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
