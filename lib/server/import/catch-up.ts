import { showProgress } from '../progress'
import { asSubscription } from '../projections/as-subscription'
import { projections } from '../projections/projections'
import type { EventStore } from '../store/event-store'
import { catchUp } from '../subscriptions/catch-up'
import { checkpointOf } from '../subscriptions/checkpoints'
import type { SubscriptionDependencies } from '../subscriptions/runner'

interface Dependencies extends SubscriptionDependencies {
  readonly store: EventStore
}

const batchSize = 5_000

/** Brings the read models up to the log. What a running server does of it meanwhile is not done again. */
export const catchUpReadModels = async (dependencies: Dependencies, signal: AbortSignal): Promise<void> => {
  const { pool, store } = dependencies
  for (const projection of projections) {
    const from = await checkpointOf(pool, projection.name)
    const behind = (await store.headPosition()) - from
    if (behind <= 0) continue
    const watch = watchCheckpoint(dependencies, projection.name, from)
    const hideProgress = showProgress(`Updating ${projection.name}`, behind, watch.measure)
    try {
      await catchUp(dependencies, { ...asSubscription(projection, store), batchSize }, signal)
    } finally {
      await watch.stop()
      hideProgress()
    }
  }
}

const lookEveryMs = 500

/** Looks now and then how far a subscription has come, whoever brings it there. */
export const watchCheckpoint = (
  { pool, log }: Pick<Dependencies, 'pool' | 'log'>,
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
    measure: () => ({ value: reached - from, done: reached - from }),
    stop: async () => {
      clearInterval(timer)
      await look()
    },
  }
}
