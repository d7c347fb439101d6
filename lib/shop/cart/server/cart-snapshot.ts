import type { Aggregates } from '../../../kit/server/aggregates/aggregates'
import { head, type Moment } from '../../../kit/server/aggregates/moment'
import { type Refusal, refuse } from '../../../kit/server/http/refusal'
import { type CartState, cartTotal, itemCount } from '../state'
import type { CartSnapshot } from '../wire/api-carts'
import { cartAggregate } from './cart-aggregate'

interface Asked {
  readonly version?: number | undefined
  /** ISO 8601. */
  readonly at?: string | undefined
  readonly position?: number | undefined
}

/** A cart as it was at a moment; as it is now when no moment is given. */
export const snapshotAt = async (
  aggregates: Pick<Aggregates, 'at'>,
  cartId: string,
  asked: Asked,
): Promise<{ readonly type: 'found'; readonly cart: CartSnapshot } | Refusal> => {
  const { state, version } = await aggregates.at(cartAggregate, cartId, momentOf(asked))
  if (asked.version !== undefined && version < asked.version) return refuseFuture(version, asked.version)
  return { type: 'found', cart: toSnapshot(state) }
}

/** There is no such version yet. */
export const refuseFuture = (headVersion: number, asked: number): Refusal =>
  refuse(
    404,
    'VersionNotFound',
    `The cart has come to version ${headVersion}; there is no version ${asked} yet.`,
    {
      data: { headVersion },
    },
  )

const momentOf = ({ version, at, position }: Asked): Moment => {
  if (version !== undefined) return { type: 'version', version }
  if (position !== undefined) return { type: 'position', position }
  return at === undefined ? head : { type: 'instant', at }
}

/** A cart's state as the API tells it. */
export const toSnapshot = (state: CartState): CartSnapshot => ({
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
