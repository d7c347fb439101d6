import { headPosition } from '../store/read-all'
import { settlePartitions } from './partitions'
import type { SubscriptionDependencies } from './runner'
import { takeStep } from './step'
import type { Subscription } from './subscription'

/**
 * Brings a subscription to where the log ends now, whoever else may be at it; less far when it is paused or stops.
 * Answers how many events were handled here.
 */
export const catchUp = async (
  dependencies: SubscriptionDependencies,
  subscription: Subscription,
  signal: AbortSignal = new AbortController().signal,
): Promise<number> => {
  await settlePartitions(dependencies, subscription)
  const head = await headPosition(dependencies.pool)
  const of = subscription.partitions ?? 1
  const handled = await Promise.all(
    Array.from({ length: of }, async (_, nth) => {
      const runner = { ...dependencies, subscription, partition: { of, nth } }
      let events = 0
      for (;;) {
        const step = await takeStep(runner, signal, head)
        if (step.type !== 'moved') return events
        events += step.events
      }
    }),
  )
  return handled.reduce((sum, events) => sum + events, 0)
}
