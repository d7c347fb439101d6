import { catchUp } from './catch-up'
import { listParked } from './parked-events'
import { resumeSubscription } from './pause'
import { type RetryResult, retryParked } from './retry-parked'
import type { SubscriptionDependencies } from './runner'
import type { Subscription } from './subscription'

export interface Retried {
  readonly position: number
  readonly result: Exclude<RetryResult, { type: 'awaitsResume' }>
}

const pageSize = 100

/**
 * Tries again what a follower has parked, in order: one event, or all of them. What was passed over is handled by
 * itself; what stopped the follower is handled in its order, with what comes after it. One that is paused stays so.
 */
export async function* retryAll(
  dependencies: SubscriptionDependencies,
  subscription: Subscription,
  only?: number,
): AsyncGenerator<Retried, void, undefined> {
  if (only !== undefined) {
    yield await retryOne(dependencies, subscription, only)
    return
  }
  for (let after = 0; ; ) {
    const parked = await listParked(dependencies.pool, subscription.name, { after, limit: pageSize })
    for (const { position } of parked) yield await retryOne(dependencies, subscription, position)
    const last = parked.at(-1)
    if (!last) return
    after = last.position
  }
}

const retryOne = async (
  dependencies: SubscriptionDependencies,
  subscription: Subscription,
  position: number,
): Promise<Retried> => {
  const result = await retryParked(dependencies, subscription, position)
  if (result.type !== 'awaitsResume') return { position, result }
  await resumeSubscription(dependencies.pool, subscription.name)
  await catchUp(dependencies, subscription)
  const [still] = await listParked(dependencies.pool, subscription.name, { after: position - 1, limit: 1 })
  if (still?.position !== position) return { position, result: { type: 'resolved' } }
  return { position, result: { type: 'failed', error: still.error } }
}
