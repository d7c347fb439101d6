import type { Catalogue } from '../../product/server/catalogue'
import type { CartCommand } from '../commands'
import { type CartState, isOpenToOwner } from '../state'

/** A person's command with what the catalogue says now of what is in the cart, is put in, or comes back. */
export const withOffers = async (
  catalogue: Pick<Catalogue, 'offers'>,
  asker: string,
  command: CartCommand,
  cart: CartState,
): Promise<CartCommand> => {
  if (command.type === 'CreateCart' || command.type === 'ReopenCart' || !isOpenToOwner(cart)) return command
  const products = productsOf(command, cart)
  if (products.size === 0) return command
  const offers = await catalogue.offers([...products])
  switch (command.type) {
    case 'AddItem':
      return { ...command, offers, product: offers.get(command.productId) }
    case 'RestoreCart':
      return { ...command, offers, keepsPrices: cart.customerId !== asker }
    default:
      return { ...command, offers }
  }
}

const productsOf = (command: CartCommand, cart: CartState): ReadonlySet<string> => {
  const products = new Set(cart.items.map(({ productId }) => productId))
  if (command.type === 'AddItem') products.add(command.productId)
  if (command.type === 'RestoreCart') for (const { productId } of command.past.items) products.add(productId)
  return products
}
