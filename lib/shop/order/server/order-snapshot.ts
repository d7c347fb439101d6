import type { Aggregates } from '../../../kit/server/aggregates/aggregates'
import type { HttpRefusal } from '../../../kit/server/http/refusal'
import type { EventStore } from '../../../kit/server/store/event-store'
import { stateAt } from '../../../kit/server/streams/state-at'
import type { MomentQuery } from '../../../kit/wire/api-moment'
import { money } from '../../money'
import { balanceOf } from '../balance'
import { currencyOf } from '../order-amounts-now'
import type { OrderState } from '../state'
import type { Addressee } from '../wire/addressee'
import type { OrderSnapshot } from '../wire/api-orders'
import { storedOrder } from '../wire/stored-order'
import { readPlaced } from './read-placed'

interface Dependencies {
  readonly aggregates: Pick<Aggregates, 'at'>
  readonly store: Pick<EventStore, 'readStream'>
}

/** An order as it was at a moment; as it is now when no moment is given. */
export const snapshotAt = async (
  { aggregates, store }: Dependencies,
  orderId: string,
  asked: MomentQuery,
): Promise<{ readonly type: 'found'; readonly order: OrderSnapshot } | HttpRefusal> => {
  const found = await stateAt(aggregates, storedOrder, orderId, asked)
  if (found.type === 'refused') return found
  const placed = found.version > 0 ? await readPlaced(store, orderId) : undefined
  return { type: 'found', order: toSnapshot(found.state, placed?.data) }
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
