import type { Aggregates } from '../../../kit/server/aggregates/aggregates'
import type { Catalogue } from '../../product/server/catalogue'
import type { ShopIdentity } from '../../wire/shop-identity'
import { cart } from '../cart'
import type { CartRejection } from '../decide'
import type { CartEvent } from '../events'
import { storedCart } from '../wire/stored-cart'
import { withOffers } from './with-offers'

export type RestorePreview =
  | { readonly type: 'accepted'; readonly version: number; readonly events: readonly CartEvent[] }
  | { readonly type: 'rejected'; readonly rejection: CartRejection }

interface Sources {
  readonly catalogue: Pick<Catalogue, 'offers'>
  readonly aggregates: Pick<Aggregates, 'at' | 'loadFresh'>
}

/** What RestoreCart would come to if this person asked it of the cart as the log has it now. Appends nothing. */
export const previewRestore = async (
  { catalogue, aggregates }: Sources,
  { userId }: ShopIdentity,
  cartId: string,
  toVersion: number,
): Promise<RestorePreview> => {
  const { state: past } = await aggregates.at(storedCart, cartId, { type: 'version', version: toVersion })
  const { state, version } = await aggregates.loadFresh(storedCart, cartId)
  const command = await withOffers(catalogue, userId, { type: 'RestoreCart', toVersion, past }, state)
  const decision = cart.decide(command, state)
  return decision.type === 'accepted' ? { ...decision, version } : decision
}
