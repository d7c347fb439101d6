import { v5 as uuidv5 } from 'uuid'
import { beginStory } from '../../../kit/events/cause'
import { actorOf } from '../../server/auth/actor-of'
import type { ShopIdentity } from '../../wire/shop-identity'
import { product } from '../product'
import { storedProduct } from '../wire/stored-product'
import type { ProductCommandDependencies } from './product-commands'
import { starterListings } from './starter-products'

/** Withdraws what of the starter catalogue is still as it was seeded; answers the ids of those. Once more, it withdraws nothing. */
export const putStarterAway = async (
  { handle, aggregates }: ProductCommandDependencies,
  identity: ShopIdentity,
  commandId: string,
): Promise<readonly string[]> => {
  const withdrawn: string[] = []
  for (const { productId, listing } of starterListings) {
    const { state, version } = await aggregates.loadFresh(storedProduct, productId)
    const asSeeded = product.decide({ type: 'ListProduct', listing }, state)
    const isUntouched = version === 1 && asSeeded.type === 'accepted' && asSeeded.events.length === 0
    if (!isUntouched) continue
    const handled = await handle(storedProduct, {
      streamId: productId,
      command: { type: 'WithdrawProduct', reason: 'The starter catalogue was put away' },
      actor: actorOf(identity),
      commandId: uuidv5(productId, commandId),
      cause: beginStory(commandId),
      expectedVersion: version,
    })
    if (handled.type === 'accepted') withdrawn.push(productId)
  }
  return withdrawn
}
