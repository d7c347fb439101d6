import type { Catalogue } from '../../product/server/catalogue'
import { cart } from '../cart'
import type { CartOpening } from '../wire/cart-opening'

/** What a page brings of a cart to shop with, with what the catalogue asks now for what is in it. */
export const withTodaysOffers = async (
  catalogue: Pick<Catalogue, 'offers'>,
  opening: CartOpening,
): Promise<CartOpening> => {
  const { items } = cart.fold(opening.last.state, opening.last.events)
  if (items.length === 0) return opening
  const offers = await catalogue.offers([...new Set(items.map(({ productId }) => productId))])
  return { ...opening, offers: [...offers] }
}
