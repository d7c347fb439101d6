import { type Measured, showProgress } from '../progress'
import { asSubscription } from '../projections/as-subscription'
import { projections } from '../projections/projections'
import type { EventStore } from '../store/event-store'
import { catchUp } from '../subscriptions/catch-up'
import { checkpointOf } from '../subscriptions/checkpoints'
import type { SubscriptionDependencies } from '../subscriptions/runner'
import type { Subscription } from '../subscriptions/subscription'

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
    const { subscription, measure } = measured(asSubscription(projection, store), from)
    const hideProgress = showProgress(`Updating ${projection.name}`, behind, measure)
    await catchUp(dependencies, { ...subscription, batchSize }, signal).finally(hideProgress)
  }
}

/** The same subscription, with a way to see how far beyond a position it has come. */
const measured = (subscription: Subscription, from: number) => {
  const { handler } = subscription
  if (handler.type !== 'transaction') throw new Error(`${subscription.name} is no projection`)
  let done: Measured = { value: 0, events: 0 }
  const apply: typeof handler.apply = async (sql, events) => {
    await handler.apply(sql, events)
    done = { value: (events.at(-1)?.position ?? from) - from, events: done.events + events.length }
  }
  return { subscription: { ...subscription, handler: { ...handler, apply } }, measure: () => done }
}
