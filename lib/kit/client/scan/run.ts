import type { CartEvent } from '../../../shop/cart/events'

/** Longer than this without an event, and the cart was left alone: 30 minutes in milliseconds. */
export const idleMs = 30 * 60_000

/** An event with when it occurred, in milliseconds since 1970. */
export type TimedEvent = CartEvent & { readonly at: number }

/** Whether an event goes on with what the one before it did: of the same type and product, and not long after. */
export const goesOn = (before: TimedEvent, event: TimedEvent): boolean =>
  before.type === event.type && productOf(before) === productOf(event) && event.at - before.at <= idleMs

const productOf = ({ data }: CartEvent): string | undefined =>
  'productId' in data ? data.productId : undefined
