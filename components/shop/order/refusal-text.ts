import type { CommandIdReused, ConcurrencyConflict, Malformed } from '@/lib/kit/wire/answers'
import type { OrderRejection } from '@/lib/shop/order/decide'
import { orderRefusal } from './view/order-refusal'

/** Why something was not done with an order, and what to do. */
export const refusalText = (
  rejection: OrderRejection | ConcurrencyConflict | CommandIdReused | Malformed,
): string => {
  switch (rejection.type) {
    case 'ConcurrencyConflict':
      return 'The order changed meanwhile. Look at it, then try again.'
    case 'CommandIdReused':
      return 'What was sent first was done. Look at the order before you send this.'
    case 'Malformed':
      return `The shop could not read: ${rejection.fields.join(', ')}.`
    default:
      return orderRefusal(rejection)
  }
}
