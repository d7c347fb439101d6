import { createRelay, type RelayOptions } from '../server/relay/relay'
import { followerOf, parseTargets, type RelayTarget } from '../server/relay/target'
import { checkpointOf } from '../server/subscriptions/checkpoints'
import { runSubscription } from '../server/subscriptions/run-subscription'
import { countWaiting, type WaitingCount } from '../server/work/list-waiting'
import { eventually } from './eventually'
import type { TestFollowedLog } from './followed-log'
import { notebookEvents } from './notebook/notebook-events'

/** Targets as they are configured, by their names. */
export const targetsOf = (targets: Readonly<Record<string, object>>): readonly RelayTarget[] =>
  parseTargets(JSON.stringify(targets))

/** What waits is tried again at once, and parked after three tries. */
export const soon = { tries: 3, restMs: () => 1 }

/** A node that relays a log to targets. */
export const startTestRelay = (
  { dependencies, node }: TestFollowedLog,
  targets: readonly RelayTarget[],
  over: Partial<RelayOptions> = {},
) => {
  const leases = node()
  const relay = createRelay({
    ...dependencies,
    targets,
    registry: notebookEvents,
    now: () => new Date(),
    retries: soon,
    ...over,
  })
  const followers = relay.subscriptions.map((each) => runSubscription({ ...dependencies, leases }, each))
  const started = relay.start(leases)
  const looking = setInterval(() => {
    for (const follower of followers) follower.wake()
    started.wake()
  }, 20)
  return {
    subscriptions: relay.subscriptions,
    stop: async () => {
      clearInterval(looking)
      await started.stop()
      await Promise.all(followers.map((follower) => follower.stop()))
      await relay.close()
      await leases.stop()
    },
  }
}

/** Resolves when a target was sent everything up to a position, or it waits. */
export const hasReached = ({ database }: TestFollowedLog, name: string, position: number): Promise<void> =>
  eventually(async () => {
    const reached = await checkpointOf(database.pool, followerOf(name))
    if (reached < position) throw new Error(`${name} is at ${reached}, not ${position}`)
  })

/** How much waits for a target. */
export const waitingFor = ({ database }: TestFollowedLog, name: string): Promise<WaitingCount> =>
  countWaiting(database.pool, followerOf(name))

/** Resolves when nothing waits for a target. */
export const hasNothingWaiting = (log: TestFollowedLog, name: string): Promise<void> =>
  eventually(async () => {
    const { waiting } = await waitingFor(log, name)
    if (waiting > 0) throw new Error(`${waiting} wait for ${name}`)
  })
