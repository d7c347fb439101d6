import type { Wakeable } from '../tail/wakeable'
import type { Group, Member } from './group'
import type { Leases } from './leases'
import { settlePartitions } from './partitions'
import { createPersistent } from './persistent'
import { withReadAhead } from './read-ahead'
import type { Runner, SubscriptionDependencies } from './runner'
import { takeStep } from './step'
import { checkSubscription, isSociable, type Subscription } from './subscription'

/** How long a delivery under way is waited for when we stop. */
const graceMs = 5_000

interface Dependencies extends SubscriptionDependencies {
  readonly leases: Leases
  /** Whom it goes on with, once it has caught up; left out where it stays alone. */
  readonly group?: Group | undefined
}

/**
 * Follows the log with a subscription: each of its partitions runs on one node at a time, whichever got its lease, and
 * goes over to another when that one ends. `wake` says that the log has grown; it also looks by itself.
 */
export const runSubscription = (dependencies: Dependencies, subscription: Subscription): Wakeable => {
  checkSubscription(subscription)
  let settling: Promise<void> | undefined
  const settle = () => {
    settling ??= settlePartitions(dependencies, subscription).catch((error) => {
      settling = undefined
      throw error
    })
    return settling
  }
  const of = subscription.partitions ?? 1
  const runners = Array.from({ length: of }, (_, nth) =>
    runPartition({ ...dependencies, subscription, partition: { of, nth } }, settle),
  )
  return {
    wake: () => {
      for (const runner of runners) runner.wake()
    },
    stop: async () => {
      await Promise.all(runners.map((runner) => runner.stop()))
    },
  }
}

const runPartition = (given: Runner & Dependencies, settle: () => Promise<void>): Wakeable => {
  const { log, subscription, partition, leases } = given
  // What is delivered elsewhere is waited for, and what comes next read meanwhile.
  const isDelivering = subscription.handler.type === 'effect'
  const runner = isDelivering ? { ...given, store: withReadAhead(given.store) } : given
  const group = isSociable(subscription) ? runner.group : undefined
  const about = { subscription: subscription.name, partition: partition.nth }
  const name = `${subscription.name}/${partition.nth}/${partition.of}`
  const lease = leases.claim(name, () => alone.wake())
  let membership: Member | undefined
  let isGone = false

  const join = (joined: Group, held: AbortSignal, position: number): void => {
    const onLeave = () => {
      membership = undefined
      alone.wake()
    }
    membership = { subscription, held, position, movedAt: performance.now(), onLeave }
    joined.join(membership)
  }

  const alone = createPersistent({
    step: async () => {
      const held = lease.held()
      if (!held || isGone || membership) return false
      await settle()
      const step = await takeStep(runner, held)
      isGone = step.type === 'gone'
      if (isGone) log.warn(about, 'The subscription is divided otherwise by now; this part of it rests')
      const stands = step.type === 'gone' ? undefined : step.stands
      if (stands !== undefined && group?.reaches(stands)) join(group, held, stands)
      return step.type === 'moved' && !membership
    },
    onError: (error) => log.warn({ err: error, ...about }, 'The subscription can not go on; it tries again'),
  })

  return {
    wake: alone.wake,
    stop: async () => {
      const grace = setTimeout(lease.release, graceMs)
      await alone.stop()
      clearTimeout(grace)
      lease.release()
    },
  }
}
