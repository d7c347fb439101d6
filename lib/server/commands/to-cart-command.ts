import type { CartCommand } from '../../domain/cart/commands'
import type { CartRequest } from '../../protocol/commands'
import type { Identity } from '../../protocol/identity'
import type { Aggregates } from '../aggregates/aggregates'
import { cartAggregate } from '../aggregates/cart-aggregate'
import type { Catalogue } from '../catalogue/catalogue'

/** What a shopper who says nothing may be taken to mean. Staff has to say why. */
export const usualReason = 'changed my mind'

interface Sources {
  readonly catalogue: Pick<Catalogue, 'offered'>
  readonly aggregates: Pick<Aggregates, 'at'>
}

/** Looks up what is decided with: names, prices and the past are never taken from the client. */
export const toCartCommand = async (
  { catalogue, aggregates }: Sources,
  identity: Identity,
  cartId: string,
  request: CartRequest,
): Promise<CartCommand> => {
  switch (request.type) {
    case 'AddItem':
      return { ...request, product: await catalogue.offered(request.productId) }
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
