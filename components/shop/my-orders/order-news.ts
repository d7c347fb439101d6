import { exhaustive } from '@/lib/kit/kernel/exhaustive'
import { balanceOf } from '@/lib/shop/order/balance'
import type { OrderState } from '@/lib/shop/order/state'

const cancelledBy: Record<NonNullable<OrderState['cancelledBy']>, string> = {
  customer: 'You cancelled it.',
  staff: 'The shop cancelled it.',
  payment: 'It was cancelled, since it could not be paid.',
  time: 'It was cancelled, since it was not paid in time.',
}

/** How far an order is, in a sentence for whom it is. */
export const orderNews = (order: OrderState): string => {
  const { status, cancelledBy: by } = order
  switch (status) {
    case 'none':
      return ''
    case 'placed':
      return balanceOf(order).toAuthorise.amount > 0
        ? 'We have it, and confirm it once it can be paid.'
        : 'We have it, and confirm it shortly.'
    case 'confirmed':
      return 'It is confirmed, and being packed.'
    case 'partlyShipped':
      return 'Some of it is under way.'
    case 'shipped':
      return 'It is under way.'
    case 'delivered':
      return 'It has arrived.'
    case 'returned':
      return 'It came back.'
    case 'cancelled':
      return by ? cancelledBy[by] : 'It was cancelled.'
    default:
      return exhaustive(status)
  }
}
