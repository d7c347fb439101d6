import type { StreamApi } from '../../../kit/client/stream-log/stream-api'
import type { CartEvent } from '../events'
import type { CartState } from '../state'
import type { CartWindowAnswer } from '../wire/api-window'

/** Where a browser reads carts. */
export const cartApi: StreamApi<CartState, CartEvent> = {
  pathOf: (cartId) => `/api/carts/${encodeURIComponent(cartId)}`,
  windowOf: ({ cart, events }: CartWindowAnswer, from) => ({ from, state: toState(cart), events }),
}

const toState = (cart: CartWindowAnswer['cart']): CartState => {
  const { cartId: id, customerId, status, items, total, version } = cart
  return { id, customerId, status, items, currency: total.currency, version }
}
