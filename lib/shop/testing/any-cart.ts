import { cartAggregate } from '../cart/server/cart-aggregate'
import { cartCommand } from './cart-commands'

/** The cart, for laws of whoever handles commands. */
export const anyCart = {
  aggregate: cartAggregate,
  command: cartCommand,
  first: { type: 'CreateCart', customerId: 'c-1' },
} as const
