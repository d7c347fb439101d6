import type { CartState } from '../domain/cart/state'
import type { CartWindowAnswer } from '../protocol/api-windows'
import type { CartWindow } from '../protocol/cart-opening'

/** Asks the server for the window that begins at a version. Rejects when it can't be had. */
export const fetchWindow = async (cartId: string, from: number): Promise<CartWindow> => {
  const response = await fetch(`/api/carts/${encodeURIComponent(cartId)}/window?from=${from}`)
  if (!response.ok) throw new Error(`Window ${from} of cart ${cartId} could not be read: ${response.status}`)
  const { cart, events }: CartWindowAnswer = await response.json()
  return { from, state: toState(cart), events }
}

const toState = (cart: CartWindowAnswer['cart']): CartState => {
  const { cartId: id, customerId, status, items, total, version } = cart
  return { id, customerId, status, items, currency: total.currency, version }
}
