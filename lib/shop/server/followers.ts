import { followerName } from '../../kit/server/processes/follower'
import { requestsSubscription } from '../../kit/server/processes/requests-subscription'
import { asSubscription } from '../../kit/server/projections/as-subscription'
import type { Streams } from '../../kit/server/projections/projection'
import { eventIndexSubscription } from '../../kit/server/subscriptions/event-index'
import type { Subscription } from '../../kit/server/subscriptions/subscription'
import { signInsSubscription } from '../customer/server/sign-ins'
import { processTypes } from '../wire/process-types'
import { projectionNames, projections } from './projections'

/** What makes rows of the log, of whatever kind it is. */
export const followersOver = (streams: Streams): readonly Subscription[] => [
  eventIndexSubscription,
  ...projections.map((projection) => asSubscription(projection, streams)),
  signInsSubscription,
]

/** All that follow the log under a name in a started shop. */
export const followerNames: readonly string[] = [
  eventIndexSubscription.name,
  ...projectionNames,
  signInsSubscription.name,
  requestsSubscription.name,
  ...processTypes.map(followerName),
]
