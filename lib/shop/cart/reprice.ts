import { isSameMoney } from '../money'
import type { Offers } from './commands'
import type { CartEvent, ItemRepriced } from './events'
import { foldCart } from './evolve'
import type { CartState } from './state'

/**
 * What sets a cart's lines to what the catalogue asks for them now. A product it doesn't know (any more), or sells in
 * another currency, has no price that could take the place of the one it was put in at.
 */
export const repricings = ({ items }: Pick<CartState, 'items'>, offers: Offers): ItemRepriced[] =>
  items.flatMap(({ productId, unitPrice: oldPrice }): ItemRepriced[] => {
    const newPrice = offers.get(productId)?.unitPrice
    if (!newPrice || newPrice.currency !== oldPrice.currency || isSameMoney(newPrice, oldPrice)) return []
    return [{ type: 'ItemRepriced', data: { productId, oldPrice, newPrice } }]
  })

/** A cart with lines at other prices, as it is decided upon: at the version it has without that. */
export const atPrices = (cart: CartState, repriced: readonly CartEvent[]): CartState =>
  repriced.length === 0 ? cart : { ...foldCart(cart, repriced), version: cart.version }
