import type { Decider } from '../../kit/kernel/decider'
import type { CartCommand } from './commands'
import { type CartRejection, decideCart } from './decide'
import type { CartEvent } from './events'
import { evolveCart, foldCart } from './evolve'
import { type CartState, initialCart } from './state'

/** The cart as a decider, shared by server and browser. */
export const cart: Decider<CartState, CartCommand, CartEvent, CartRejection> = {
  initial: initialCart,
  evolve: evolveCart,
  fold: foldCart,
  decide: decideCart,
}
