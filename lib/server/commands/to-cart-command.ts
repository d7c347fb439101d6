import type { CartCommand } from '../../domain/cart/commands'
import type { CartRequest } from '../../protocol/commands'
import type { Identity } from '../../protocol/identity'
import type { Aggregates } from '../aggregates/aggregates'
import { cartAggregate } from '../aggregates/cart-aggregate'

/** What a shopper who says nothing may be taken to mean. Staff has to say why. */
export const usualReason = 'changed my mind'

/** What is asked, with the past it may be about. Neither that nor names and prices are ever taken from the client. */
export const toCartCommand = async (
  { aggregates }: { readonly aggregates: Pick<Aggregates, 'at'> },
  identity: Identity,
  cartId: string,
  request: CartRequest,
): Promise<CartCommand> => {
  switch (request.type) {
    case 'AddItem':
      return { ...request, product: undefined }
    case 'RestoreCart': {
      const { toVersion, reason = identity.role === 'staff' ? '' : usualReason } = request
      const moment = { type: 'version', version: toVersion } as const
      const { state: past } = await aggregates.at(cartAggregate, cartId, moment)
      return { type: 'RestoreCart', toVersion, reason, past }
    }
    default:
      return request
  }
}
