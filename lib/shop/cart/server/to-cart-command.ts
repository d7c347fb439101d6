import type { Aggregates } from '../../../kit/server/aggregates/aggregates'
import type { ShopIdentity } from '../../wire/shop-identity'
import type { CartCommand } from '../commands'
import type { CartRequest } from '../wire/commands'
import { storedCart } from '../wire/stored-cart'

/** What is asked, with the past it may be about. Neither that nor names and prices are ever taken from the client. */
export const toCartCommand = async (
  { aggregates }: { readonly aggregates: Pick<Aggregates, 'at'> },
  identity: ShopIdentity,
  cartId: string,
  request: CartRequest,
): Promise<CartCommand> => {
  switch (request.type) {
    case 'AddItem':
      return { ...request, product: undefined }
    case 'RestoreCart': {
      const { toVersion, step } = request
      // Staff has to say why: what says nothing is refused.
      const reason = request.reason ?? (identity.role === 'staff' ? '' : undefined)
      const moment = { type: 'version', version: toVersion } as const
      const { state: past } = await aggregates.at(storedCart, cartId, moment)
      return { type: 'RestoreCart', toVersion, reason, step, past }
    }
    default:
      return request
  }
}
