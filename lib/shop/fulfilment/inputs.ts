import type { RecordedEvent } from '../../kit/events/recorded-event'
import type { Reaction } from '../../kit/processes/reactions'
import type { OrderEvent } from '../order/events'
import type { FulfilmentEvent } from './events'

/** All that happens to an order, but for what nothing follows from. */
export type FollowedEvent = Exclude<
  OrderEvent,
  { type: 'PaymentFailed' | 'OrderDelivered' | 'ReturnRequested' }
>

export type FulfilmentInput = RecordedEvent<FollowedEvent>

export type Reactions = readonly Reaction<FulfilmentEvent>[]

/** Their names: each is given, or this doesn't compile. */
const followed: Record<FollowedEvent['type'], true> = {
  OrderPlaced: true,
  OrderItemsUpdated: true,
  QuantityCancelled: true,
  PaymentAuthorised: true,
  PaymentReceived: true,
  AuthorisationReleased: true,
  OrderConfirmed: true,
  OrderShipped: true,
  OrderCancelled: true,
  OrderReturned: true,
  RefundIssued: true,
  AmountCorrected: true,
}

export const followedTypes = Object.keys(followed) as FollowedEvent['type'][]
