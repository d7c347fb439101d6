import { isSameMoney } from '../money'
import type { Offers, OpenCartCommand } from './commands'
import type { ItemRemoved, ItemRepriced } from './events'
import { foldCart } from './evolve'
import { type CartState, quantitiesOf } from './state'

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

/** What the catalogue makes of a cart's lines. */
export type OfferedChange = ItemRepriced | ItemRemoved

/**
 * A cart is checked out without what the shop sells no more, and at what it asks for the rest. Until then a line stays in the cart: the
 * product may be brought back.
 */
const changesAtCheckout = (cart: Pick<CartState, 'items'>, offers: Offers): OfferedChange[] => {
  const isWithdrawn = (productId: string) => offers.get(productId)?.isWithdrawn === true
  const sold = cart.items.filter(({ productId }) => !isWithdrawn(productId))
  const withdrawn = [...quantitiesOf(cart.items)].filter(([productId]) => isWithdrawn(productId))
  return [
    ...withdrawn.map(
      ([productId, quantity]): ItemRemoved => ({
        type: 'ItemRemoved',
        data: { productId, quantity, reason: 'Not sold any more' },
      }),
    ),
    ...repricings({ items: sold }, offers),
  ]
}

/** What the catalogue makes of a cart before something is done to it. */
export const changesBefore = (
  done: OpenCartCommand['type'],
  cart: Pick<CartState, 'items'>,
  offers: Offers,
): readonly OfferedChange[] =>
  done === 'Checkout' ? changesAtCheckout(cart, offers) : repricings(cart, offers)

/** A cart with what the catalogue makes of it, as it is decided upon: at the version it has without that. */
export const asOffered = (cart: CartState, changes: readonly OfferedChange[]): CartState =>
  changes.length === 0 ? cart : { ...foldCart(cart, changes), version: cart.version }
