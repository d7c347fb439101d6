import {
  emptyLog,
  openLog,
  type StreamHistory,
  type StreamLog,
} from '../../../kit/client/stream-log/stream-log'
import { cartStreamType } from '../cart-stream'
import type { CartEvent } from '../events'
import type { CartState } from '../state'
import type { CartOpening } from '../wire/cart-opening'

export type CartHistory = StreamHistory<CartState, CartEvent>
export type CartLog = StreamLog<CartState, CartEvent>

export const emptyCartLog = (cartId: string): CartLog => emptyLog(cartStreamType, cartId)

export const openCartLog = (opening: CartOpening): CartLog => openLog(cartStreamType, opening)
