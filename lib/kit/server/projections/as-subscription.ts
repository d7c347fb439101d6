import type { Subscription } from '../subscriptions/subscription'
import type { Projection, Streams } from './projection'

/** A projection as what follows the log: exactly once from the beginning, and not past what it can't read. */
export const asSubscription = ({ name, filter, begin }: Projection, streams: Streams): Subscription => ({
  name,
  filter,
  startFrom: 'beginning',
  onPoison: 'stop',
  handler: { type: 'rows', write: begin(streams) },
})
