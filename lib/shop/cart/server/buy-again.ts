import type { StreamAccess } from '../../../kit/server/access/access'
import type { Aggregates } from '../../../kit/server/aggregates/aggregates'
import { head } from '../../../kit/server/aggregates/moment'
import { streamOf } from '../../../kit/streams/stream-of'
import type { BoughtAgain } from '../../order/wire/bought-again'
import { storedOrder } from '../../order/wire/stored-order'
import type { ShopIdentity } from '../../wire/shop-identity'
import { type CartCommandDependencies, handleCartRequest } from './cart-commands'
import { openCart } from './open-cart'

interface Dependencies extends CartCommandDependencies {
  readonly access: Pick<StreamAccess<ShopIdentity>, 'maySend' | 'see'>
  readonly aggregates: Aggregates
}

/** Puts what an order holds into its customer's open cart, as the catalogue has it now. `known` is a cart of theirs. */
export const buyAgain = async (
  dependencies: Dependencies,
  identity: ShopIdentity,
  orderId: string,
  known: string | undefined,
): Promise<BoughtAgain> => {
  const { access, aggregates } = dependencies
  if ((await access.see(identity, streamOf(storedOrder, orderId))) !== 'seen') return { type: 'signedOut' }
  const { state } = await aggregates.at(storedOrder, orderId, head)
  const cartId = await openCart(dependencies, identity, known)
  const left: string[] = []
  for (const { productId, productName, quantity } of state.lines) {
    const request = { type: 'AddItem', productId, quantity } as const
    const answer = await handleCartRequest(dependencies, identity, cartId, request, {})
    if (answer.type === 'rejected') left.push(productName)
  }
  return { type: 'bought', left }
}
