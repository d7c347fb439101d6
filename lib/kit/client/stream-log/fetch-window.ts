import type { CartState } from '../../../shop/cart/state'
import type { CartWindowAnswer } from '../../../shop/cart/wire/api-window'
import type { CartWindow } from '../../../shop/cart/wire/cart-opening'
import { answerOf } from '../connection/ask-shop'

/** Asks the server for the window that begins at a version. Rejects when it can't be had: with `ShopRefused` when it never will. */
export const fetchWindow = async (cartId: string, from: number): Promise<CartWindow> => {
  const path = `/api/carts/${encodeURIComponent(cartId)}/window?from=${from}`
  const { cart, events } = await answerOf<CartWindowAnswer>(path)
  return { from, state: toState(cart), events }
}

const toState = (cart: CartWindowAnswer['cart']): CartState => {
  const { cartId: id, customerId, status, items, total, version } = cart
  return { id, customerId, status, items, currency: total.currency, version }
}
