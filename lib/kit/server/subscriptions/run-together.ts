import type { RecentEvents } from '../tail/recent-events'
import type { Wakeable } from '../tail/wakeable'
import { createGroup } from './group'
import type { Leases } from './leases'
import { runSubscription } from './run-subscription'
import type { SubscriptionDependencies } from './runner'
import type { Subscription } from './subscription'

interface Dependencies extends SubscriptionDependencies {
  readonly leases: Leases
  readonly recent: RecentEvents
}

/** Follows the log with several subscriptions: those at its end go on together. `wake` says that the log has grown. */
export const runTogether = async (
  dependencies: Dependencies,
  subscriptions: readonly Subscription[],
): Promise<Wakeable> => {
  const group = createGroup(dependencies)
  const runners: Wakeable[] = []
  const stop = async () => {
    await group.stop()
    await Promise.all(runners.map((runner) => runner.stop()))
  }
  try {
    for (const each of subscriptions) runners.push(runSubscription({ ...dependencies, group }, each))
  } catch (error) {
    await stop()
    throw error
  }
  return {
    wake: () => {
      group.wake()
      for (const runner of runners) runner.wake()
    },
    stop,
  }
}
