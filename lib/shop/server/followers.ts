import { asSubscription } from '../../kit/server/projections/as-subscription'
import type { Streams } from '../../kit/server/projections/projection'
import { eventIndexSubscription } from '../../kit/server/subscriptions/event-index'
import type { Subscription } from '../../kit/server/subscriptions/subscription'
import { projectionNames, projections } from './projections'

/** Everything that follows the log under a name, of whatever kind it is: what a started shop runs. */
export const followersOver = (streams: Streams): readonly Subscription[] => [
  eventIndexSubscription,
  ...projections.map((projection) => asSubscription(projection, streams)),
]

export const followerNames: readonly string[] = [eventIndexSubscription.name, ...projectionNames]
