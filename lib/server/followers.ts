import { asSubscription } from './projections/as-subscription'
import type { Streams } from './projections/projection'
import { projectionNames, projections } from './projections/projections'
import type { Subscription } from './subscriptions/subscription'

/** Everything that follows the log under a name, of whatever kind it is: what a started shop runs. */
export const followersOver = (streams: Streams): readonly Subscription[] =>
  projections.map((projection) => asSubscription(projection, streams))

export const followerNames: readonly string[] = projectionNames
