import type { OfferedProduct, Offers } from '../commands'
import type { CartRequest } from '../wire/commands'
import type { AskedOfCart } from './cart-entry'

/** The offer that is known is the one that is shown; it is named, so that no other is taken for it. */
export const asOffered = (
  request: CartRequest,
  offers: Offers,
  product: OfferedProduct | undefined,
): AskedOfCart => {
  if (request.type !== 'AddItem') return { request }
  const offer = offers.get(request.productId) ?? product
  const shown = offer && { name: offer.name, unitPrice: offer.unitPrice }
  return { request: { ...request, unitPrice: shown?.unitPrice }, product: shown }
}
