import { cart } from '../../domain/cart/cart'
import type { CartRejection } from '../../domain/cart/decide'
import type { CartEvent } from '../../domain/cart/events'
import type { Aggregates } from '../aggregates/aggregates'
import { cartAggregate } from '../aggregates/cart-aggregate'
import { usualReason } from './to-cart-command'

export type RestorePreview =
  | { readonly type: 'accepted'; readonly version: number; readonly events: readonly CartEvent[] }
  | { readonly type: 'rejected'; readonly rejection: CartRejection }

/** What RestoreCart would come to on the cart as the log has it now. Appends nothing. */
export const previewRestore = async (
  aggregates: Pick<Aggregates, 'at' | 'loadFresh'>,
  cartId: string,
  toVersion: number,
): Promise<RestorePreview> => {
  const { state: past } = await aggregates.at(cartAggregate, cartId, { type: 'version', version: toVersion })
  const { state, version } = await aggregates.loadFresh(cartAggregate, cartId)
  const decision = cart.decide({ type: 'RestoreCart', toVersion, reason: usualReason, past }, state)
  return decision.type === 'accepted' ? { ...decision, version } : decision
}
