import type { RecordedEvent } from '../../kit/events/recorded-event'
import type { ProcessRules } from '../../kit/processes/process'
import type { FulfilmentEvent } from './events'
import { evolveFulfilment } from './evolve'
import { type FollowedEvent, followedTypes } from './inputs'
import { reactToOrder } from './react'
import { type FulfilmentState, initialFulfilment } from './state'

/** What was imported happened elsewhere, and was paid there. */
const isImported = ({ metadata }: RecordedEvent): boolean => metadata.actor.kind === 'import'

/** An order from its placing on: paid, confirmed, captured as it is shipped, given back. One instance for each order. */
export const fulfilmentProcess: ProcessRules<FulfilmentState, FulfilmentEvent, FollowedEvent> = {
  streamType: 'fulfilment',
  // An order that is placed while a shop first begins to follow its log is one, too.
  startFrom: 'beginning',
  inputs: followedTypes,
  instanceOf: (event) => (isImported(event) ? undefined : event.streamId),
  initial: initialFulfilment,
  evolve: evolveFulfilment,
  react: reactToOrder,
  // A refund may follow whatever became of the order.
  endings: [],
  milestones: ['OrderFollowed', 'PaymentAwaited', 'PaymentDeclined', 'RefundRefused'],
}
