import type { Pool } from 'pg'
import { compareWithRebuild } from '../../server/projections/compare'
import type { Projection } from '../../server/projections/projection'
import type { EventStore } from '../../server/store/event-store'
import { catchUp } from '../../server/subscriptions/catch-up'
import type { SubscriptionDependencies } from '../../server/subscriptions/runner'
import { followersOf, readDeliveries } from './followers'

/** Lets all that follows the log come to its end; tells of what then is not as it should be. */
export const checkFollowers = async (
  projections: readonly Projection[],
  dependencies: SubscriptionDependencies & { readonly store: EventStore },
  deliveries: string,
): Promise<string[]> => {
  for (const follower of followersOf(projections, dependencies.store, deliveries)) {
    await catchUp(dependencies, follower)
  }
  const faults: string[] = []
  for (const projection of projections) {
    const differences = await compareWithRebuild(dependencies, projection)
    faults.push(
      ...differences.map((difference) => `projection ${projection.name}: ${JSON.stringify(difference)}`),
    )
  }
  const { rows } = await dependencies.pool.query('SELECT subscription, position, error FROM parked_events')
  faults.push(...rows.map((row) => `parked: ${JSON.stringify(row)}`))
  return [...faults, ...missedDeliveries(readDeliveries(deliveries), await dependencies.store.headPosition())]
}

/** How far the slowest of all that follows the log has come by itself. */
export const leastFollowed = async (pool: Pool): Promise<number> => {
  const { rows } = await pool.query('SELECT coalesce(min(position), 0)::int AS least FROM subscriptions')
  return rows[0].least
}

/** Each at least once, and none before those before it: what comes again was delivered before. */
const missedDeliveries = (delivered: readonly number[], head: number): string[] => {
  const faults: string[] = []
  let furthest = 0
  for (const position of delivered) {
    if (position > furthest + 1) faults.push(`deliveries: ${position} came after ${furthest}`)
    furthest = Math.max(furthest, position)
  }
  return furthest === head ? faults : [...faults, `deliveries: none after ${furthest} of ${head}`]
}
