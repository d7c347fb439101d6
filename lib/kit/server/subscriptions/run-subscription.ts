import { setTimeout as sleep } from 'node:timers/promises'
import { backoffMs } from '../postgres/cluster/backoff'
import { createWakeable, type Wakeable } from '../tail/wakeable'
import type { Leases } from './leases'
import { settlePartitions } from './partitions'
import type { Runner, SubscriptionDependencies } from './runner'
import { takeStep } from './step'
import { checkSubscription, type Subscription } from './subscription'

const pollMs = 1_000
/** How long a delivery under way is waited for when we stop. */
const graceMs = 5_000

interface Dependencies extends SubscriptionDependencies {
  readonly leases: Leases
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
    runPartition({ ...dependencies, subscription, partition: { of, nth } }, dependencies.leases, settle),
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

const runPartition = (runner: Runner, leases: Leases, settle: () => Promise<void>): Wakeable => {
  const { log, subscription, partition } = runner
  const about = { subscription: subscription.name, partition: partition.nth }
  const stopping = new AbortController()
  const name = `${subscription.name}/${partition.nth}/${partition.of}`
  const lease = leases.claim(name, () => wakeable.wake())
  let failures = 0
  let isGone = false

  const step = async (): Promise<boolean> => {
    const held = lease.held()
    if (!held || isGone) return false
    await settle()
    const { type } = await takeStep(runner, held)
    failures = 0
    isGone = type === 'gone'
    if (isGone) log.warn(about, 'The subscription is divided otherwise by now; this part of it rests')
    return type === 'moved'
  }

  const wakeable = createWakeable({
    pollMs,
    step: async () => {
      try {
        return await step()
      } catch (error) {
        log.warn({ err: error, ...about }, 'The subscription can not go on; it tries again')
        await sleep(backoffMs(failures++, Math.random()), undefined, { signal: stopping.signal }).catch(
          () => undefined,
        )
        return true
      }
    },
    onError: (error) => log.error({ err: error, ...about }, 'A runner failed'),
  })

  return {
    wake: wakeable.wake,
    stop: async () => {
      stopping.abort()
      const grace = setTimeout(lease.release, graceMs)
      await wakeable.stop()
      clearTimeout(grace)
      lease.release()
    },
  }
}
