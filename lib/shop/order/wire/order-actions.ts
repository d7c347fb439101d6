import * as z from 'zod'
import type { ActionAnswer, CommandIdReused, ConcurrencyConflict } from '../../../kit/wire/answers'
import { id } from '../../../kit/wire/text'
import { commandId } from '../../cart/wire/commands'
import type { OrderRejection } from '../decide'
import type { OrderEvent } from '../events'
import { orderRequest } from './order-requests'

/** One command of staff's to an order. */
export const orderAction = z.object({ orderId: id, request: orderRequest })
export type OrderAction = z.input<typeof orderAction>
export type OrderActionAnswer = ActionAnswer<OrderEvent, OrderRejection>

/** More orders than a page shows aren't shipped by one press. */
export const mostShippedAtOnce = 100

/** Ships all that is left of several orders. */
export const shipOrders = z.object({ orderIds: z.array(id).min(1).max(mostShippedAtOnce), commandId })
export type ShipOrders = z.input<typeof shipOrders>

export interface NotShipped {
  readonly orderId: string
  readonly rejection: OrderRejection | ConcurrencyConflict | CommandIdReused
}

export type ShipOrdersAnswer =
  | {
      readonly type: 'shipped'
      readonly shipped: number
      readonly refused: readonly NotShipped[]
      /** Place in the log of the last event. */
      readonly position: number
    }
  | { readonly type: 'signedOut' }
  | { readonly type: 'malformed' }
