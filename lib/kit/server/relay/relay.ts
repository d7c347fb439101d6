import type { Pool } from 'pg'
import type { EventRegistry } from '../../events/registry'
import type { Log } from '../log'
import type { EventFilter, EventStore } from '../store/event-store'
import type { Leases } from '../subscriptions/leases'
import { loadProgress } from '../subscriptions/progress'
import type { Subscription } from '../subscriptions/subscription'
import { createWakeable, type Wakeable } from '../tail/wakeable'
import type { Retries } from '../work/retries'
import { startWork } from '../work/start-work'
import { createDelivery } from './delivery'
import { behindTheFollower, retriesOf } from './retry-schedule'
import { createSendWaiting } from './send-waiting'
import { followerOf, type RelayTarget } from './target'
import { createTargetLink } from './target-link'

export interface RelayOptions {
  readonly targets: readonly RelayTarget[]
  readonly pool: Pool
  readonly store: Pick<EventStore, 'readAll'>
  readonly registry: EventRegistry
  readonly now: () => Date
  /** How often what was refused is tried, and when again; as each kind of target has it when left out. */
  readonly retries?: Retries | undefined
  readonly log: Log
}

export interface Relay {
  /** What follows the log for each target. */
  readonly subscriptions: readonly Subscription[]
  /** Sends what waits, and looks after targets that nothing is sent to. */
  readonly start: (leases: Leases) => Wakeable
  /** Leaves all targets, once nothing follows the log any more. */
  readonly close: () => Promise<void>
}

/** Requests take their time: what is under way is sent again when the process ends. */
const webhookBatch = 64
/** Brokers take many at once. */
const brokerBatch = 1_000
const watchMs = 2_000

/** Relays the log's events to targets: each follows it by itself, at its own pace. @throws Error for a type of events or streams that there is none of */
export const createRelay = (options: RelayOptions): Relay => {
  checkTypes(options.targets, options.registry)
  const targets = options.targets.map((target) => relayTo(target, options))
  return {
    subscriptions: targets.map(({ subscription }) => subscription),
    start: (leases) => {
      const started = targets.flatMap(({ start }) => start(leases))
      return {
        wake: () => {
          for (const each of started) each.wake()
        },
        stop: async () => {
          await Promise.all(started.map((each) => each.stop()))
        },
      }
    },
    close: async () => {
      await Promise.all(targets.map(({ close }) => close()))
    },
  }
}

const relayTo = (target: RelayTarget, { pool, store, registry, now, log, ...options }: RelayOptions) => {
  const retries = options.retries ?? retriesOf(target)
  const link = createTargetLink({ target, pool, now, log })
  const follower = followerOf(target.name)
  const message = { registry, personal: target.personal, isWhole: target.eventTypes === undefined }
  const subscription: Subscription = {
    name: follower,
    startFrom: target.startFrom,
    filter: filterOf(target),
    batchSize: target.type === 'webhook' ? webhookBatch : brokerBatch,
    onPoison: 'stop',
    handler: { type: 'effect', ...createDelivery({ queue: follower, link, pool, message, retries, now }) },
  }

  /** Nobody would notice that a target lost events while nothing is sent to it. */
  const watch = (leases: Leases): Wakeable => {
    const lease = leases.claim(`watch/${follower}`, () => looking.wake())
    const looking = createWakeable({
      pollMs: watchMs,
      step: async () => {
        const progress = lease.held() && (await loadProgress(pool, follower, { of: 1, nth: 0 }))
        if (progress?.status === 'running') await link.open()
        return false
      },
      // It is kept for people to see.
      onError: (error) => log.debug({ err: error, target: target.name }, 'A target of the relay is away'),
    })
    return {
      ...looking,
      stop: async () => {
        await looking.stop()
        lease.release()
      },
    }
  }

  const work = (leases: Leases): Wakeable =>
    startWork({
      sql: pool,
      leases,
      queue: follower,
      run: createSendWaiting({ follower, link, pool, store, message }),
      isOrdered: true,
      retries: behindTheFollower(retries),
      log,
    })

  return {
    subscription,
    start: (leases: Leases) => [work(leases), ...(target.type === 'webhook' ? [] : [watch(leases)])],
    close: link.close,
  }
}

const filterOf = ({ streamTypes, eventTypes }: RelayTarget): EventFilter | undefined =>
  streamTypes || eventTypes ? { streamTypes, types: eventTypes } : undefined

/** A type that is misspelt would let nothing through, and nobody would know. */
const checkTypes = (targets: readonly RelayTarget[], { eventTypes }: EventRegistry): void => {
  const streamTypes = new Set([...eventTypes.values()].map(({ streamType }) => streamType))
  for (const { name, ...target } of targets) {
    const unknown = [
      ...(target.eventTypes ?? []).filter((type) => !eventTypes.has(type)),
      ...(target.streamTypes ?? []).filter((type) => !streamTypes.has(type)),
    ]
    if (unknown.length > 0) throw new Error(`${name} is to be sent ${unknown.join(', ')}, which there is not`)
  }
}
