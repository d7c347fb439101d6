import type { Aggregates } from '../../../kit/server/aggregates/aggregates'
import type { HttpRefusal } from '../../../kit/server/http/refusal'
import type { EventStore } from '../../../kit/server/store/event-store'
import { loadStream } from '../../../kit/server/store/load'
import { stateAt } from '../../../kit/server/streams/state-at'
import { streamOf } from '../../../kit/streams/stream-of'
import type { MomentQuery } from '../../../kit/wire/api-moment'
import { money } from '../../money'
import { balanceOf } from '../balance'
import type { OrderEvent, OrderPlaced } from '../events'
import { currencyOf } from '../order-amounts-now'
import type { OrderState } from '../state'
import type { OrderSnapshot } from '../wire/api-orders'
import { storedOrder } from '../wire/stored-order'

interface Dependencies {
  readonly aggregates: Pick<Aggregates, 'at'>
  readonly store: Pick<EventStore, 'readStream'>
}

/** Whom an order goes to, which its state doesn't hold. */
export type Addressee = Pick<OrderPlaced['data'], 'contact' | 'shippingAddress'>

/** Whom an order goes to, as it was placed; nothing where there is none of that id. */
export const addresseeOf = async (
  store: Dependencies['store'],
  orderId: string,
): Promise<Addressee | undefined> => {
  const [first] = await loadStream<OrderEvent>(store, streamOf(storedOrder, orderId), 1, 1)
  return first?.type === 'OrderPlaced' ? first.data : undefined
}

/** An order as it was at a moment; as it is now when no moment is given. */
export const snapshotAt = async (
  { aggregates, store }: Dependencies,
  orderId: string,
  asked: MomentQuery,
): Promise<{ readonly type: 'found'; readonly order: OrderSnapshot } | HttpRefusal> => {
  const found = await stateAt(aggregates, storedOrder, orderId, asked)
  if (found.type === 'refused') return found
  const addressee = found.version > 0 ? await addresseeOf(store, orderId) : undefined
  return { type: 'found', order: toSnapshot(found.state, addressee) }
}

const toSnapshot = (order: OrderState, addressee: Addressee | undefined): OrderSnapshot => {
  const inCurrency = (amount: number) => money(amount, currencyOf(order))
  const { id, isConfirmed: _confirmed, refundedAhead: _ahead, payment, payments, ...told } = order
  return {
    orderId: id,
    ...told,
    contact: addressee?.contact ?? null,
    shippingAddress: addressee?.shippingAddress ?? null,
    paymentMethod: payment.method,
    payments: payments.map(({ captures: _, ...each }) => ({
      ...each,
      authorised: inCurrency(each.authorised),
      captured: inCurrency(each.captured),
      released: inCurrency(each.released),
      refunded: inCurrency(each.refunded),
    })),
    balance: balanceOf(order),
  }
}
