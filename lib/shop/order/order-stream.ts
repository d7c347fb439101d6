import { foldBy } from '../../kit/kernel/fold-by'
import type { StreamType } from '../../kit/streams/stream-type'
import type { OrderCommand } from './commands'
import { decideOrder, type OrderRejection } from './decide'
import type { OrderEvent } from './events'
import { evolveOrder } from './evolve'
import { initialOrder, type OrderState } from './state'

/** Orders as a type of streams: one for each cart that was checked out, under the cart's id. */
export const orderStreamType: StreamType<OrderState, OrderCommand, OrderEvent, OrderRejection> = {
  streamType: 'order',
  milestones: [
    'OrderPlaced',
    'OrderConfirmed',
    'OrderShipped',
    'OrderDelivered',
    'OrderCancelled',
    'OrderReturned',
  ],
  ownerOf: (first) => (first.type === 'OrderPlaced' ? first.data.customerId : undefined),
  initial: initialOrder,
  evolve: evolveOrder,
  fold: foldBy(evolveOrder),
  decide: decideOrder,
}
