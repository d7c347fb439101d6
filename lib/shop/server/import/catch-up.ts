import { setTimeout as pause } from 'node:timers/promises'
import { showProgress } from '../../../kit/server/progress'
import type { EventStore } from '../../../kit/server/store/event-store'
import { catchUp } from '../../../kit/server/subscriptions/catch-up'
import { checkpointOf } from '../../../kit/server/subscriptions/checkpoints'
import type { SubscriptionDependencies } from '../../../kit/server/subscriptions/runner'
import type { Subscription } from '../../../kit/server/subscriptions/subscription'
import { followersOver } from '../followers'

interface Dependencies extends SubscriptionDependencies {
  readonly store: EventStore
  readonly shop: { readonly isOpen: () => boolean }
}

const batchSize = 5_000

/**
 * Brings what follows the log up to it, read models above all. An open shop does that by itself: then this only tells how far it is, and
 * lends a hand where it doesn't go on.
 */
export const catchUpReadModels = async (dependencies: Dependencies, signal: AbortSignal): Promise<void> => {
  const { pool, store } = dependencies
  for (const follower of followersOver(store)) {
    const from = await checkpointOf(pool, follower.name)
    const behind = (await store.headPosition()) - from
    if (behind <= 0) continue
    const watch = watchCheckpoint(dependencies, follower.name, from)
    const hideProgress = showProgress(`Updating ${follower.name}`, behind, watch.measure)
    try {
      await reach(dependencies, follower, from + behind, watch.reached, signal)
    } finally {
      await watch.stop()
      hideProgress()
    }
  }
}

const lookEveryMs = 500
const patienceMs = 5_000

const reach = async (
  dependencies: Dependencies,
  subscription: Subscription,
  head: number,
  reached: () => number,
  signal: AbortSignal,
): Promise<void> => {
  let moved = { position: reached(), at: performance.now() }
  while (dependencies.shop.isOpen() && reached() < head && !signal.aborted) {
    if (reached() > moved.position) moved = { position: reached(), at: performance.now() }
    if (performance.now() - moved.at > patienceMs) break
    await pause(lookEveryMs, undefined, { signal }).catch(() => undefined)
  }
  if (reached() >= head) return
  await catchUp(dependencies, { ...subscription, batchSize }, signal)
}

/** Looks now and then how far a subscription has come, whoever brings it there. */
export const watchCheckpoint = (
  { pool, log }: Pick<SubscriptionDependencies, 'pool' | 'log'>,
  name: string,
  from: number,
) => {
  let reached = from
  const look = async () => {
    try {
      reached = await checkpointOf(pool, name)
    } catch (error) {
      log.debug({ err: error }, 'Could not see how far a read model is')
    }
  }
  const timer = setInterval(() => void look(), lookEveryMs)
  return {
    reached: () => reached,
    measure: () => ({ value: reached - from, done: reached - from }),
    stop: async () => {
      clearInterval(timer)
      await look()
    },
  }
}
