import { storedCart } from '../cart/wire/stored-cart'
import { cartCommand } from './cart-commands'

/** The cart, for laws of whoever handles commands. */
export const anyCart = {
  aggregate: storedCart,
  command: cartCommand,
  first: { type: 'CreateCart', customerId: 'c-1' },
} as const
