import type { Pool } from 'pg'
import { causedBy } from '../../events/cause'
import type { ProcessType } from '../../processes/process-type'
import type { StoredStreamTypes } from '../../streams/stored-stream-types'
import type { Aggregates } from '../aggregates/aggregates'
import type { Handle } from '../commands/handle'
import type { Log } from '../log'
import { eventAt } from '../store/event-at'
import type { EventStore } from '../store/event-store'
import type { Leases } from '../subscriptions/leases'
import type { Subscription } from '../subscriptions/subscription'
import type { Wakeable } from '../tail/wakeable'
import { startWork, type WorkOptions } from '../work/start-work'
import { type AtOnce, createAtOnce } from './at-once'
import type { EffectKinds } from './effects'
import { isPassing, processFollower } from './follower'
import { type ActorOf, createInstances } from './instances'
import { listProcesses, type ProcessSummary } from './list-processes'
import { listParkedOf, type ParkedOfProcess, type ParkedPage, retryParkedOf } from './parked'
import { createPerformer } from './performer'
import { commandQueue, effectQueue, inputQueue, timerQueue } from './queues'
import { requestRef } from './requests'
import { requestsSubscription } from './requests-subscription'
import { nextOf, type WaitingOfProcess } from './waiting'

const timersAtOnce = 256
const commandsAtOnce = 64

export interface ProcessesOptions {
  readonly pool: Pool
  readonly store: EventStore
  readonly handle: Handle
  readonly aggregates: Aggregates
  readonly processes: readonly ProcessType[]
  /** The types of streams that may be sent commands. */
  readonly types: Pick<StoredStreamTypes, 'get'>
  readonly effects: EffectKinds
  readonly actorOf: ActorOf
  readonly now: () => Date
  readonly log: Log
}

/** What people are told of processes, and may have tried again. */
export interface ProcessDesk {
  readonly has: (name: string) => boolean
  readonly list: () => Promise<readonly ProcessSummary[]>
  /** What it waits for, what is due first before the rest. */
  readonly next: (name: string, limit: number) => Promise<readonly WaitingOfProcess[]>
  readonly parked: (name: string, page: ParkedPage) => Promise<readonly ParkedOfProcess[]>
  /** What stands at a position, or all that is parked; how many. */
  readonly retry: (name: string, position?: number) => Promise<number>
}

export interface Processes {
  readonly desk: ProcessDesk
  /** What follows the log for them. */
  readonly subscriptions: readonly Subscription[]
  /** Does what they ask for, from now on. */
  readonly start: (leases: Leases) => Pick<Wakeable, 'stop'>
}

/** Processes over a log: they react to its events, and what they ask for is done. Until they are started nothing is. */
export const createProcesses = (options: ProcessesOptions): Processes => {
  const { pool, store, processes, effects, log } = options
  let atOnce: AtOnce | undefined
  let working: ReadonlyMap<string, Wakeable> = new Map()
  const instances = createInstances({
    ...options,
    types: processes,
    onAppended: (events) => atOnce?.see(events),
  })
  const perform = createPerformer({ ...options, instances })

  const subscriptions = [
    ...(processes.length > 0 ? [requestsSubscription] : []),
    ...processes.map((type) =>
      processFollower(type, {
        sql: pool,
        instances,
        onQueued: () => working.get(inputQueue(type))?.wake(),
      }),
    ),
  ]

  const takeWaiting =
    (type: ProcessType): WorkOptions['run'] =>
    async ({ key, position }) => {
      const event = await eventAt(store, position)
      if (!event) throw new Error(`The log has no event at position ${position}`)
      await instances.take({ type: type.streamType, id: key }, { type: 'TakeEvent', event }, causedBy(event))
    }

  return {
    desk: {
      has: (name) => processes.some(({ streamType }) => streamType === name),
      list: () => listProcesses(pool, processes),
      next: (name, limit) => nextOf(pool, name, limit),
      parked: (name, page) => listParkedOf(pool, name, page),
      retry: (name, position) => retryParkedOf(pool, name, position),
    },
    subscriptions,
    start: (leases) => {
      const fast = createAtOnce({ ...options, perform })
      const doing: WorkOptions['run'] = ({ payload }, signal) => perform(requestRef.parse(payload), signal)
      const work = (
        queue: string,
        rest: Pick<WorkOptions, 'run'> & Partial<WorkOptions>,
      ): [string, Wakeable] => [
        queue,
        startWork({ sql: pool, leases, queue, log, isDown: isPassing, ...rest }),
      ]
      const started = new Map([
        ...processes.map((type) => work(inputQueue(type), { run: takeWaiting(type), isOrdered: true })),
        work(timerQueue, { run: doing, atOnce: timersAtOnce, beginsAhead: true }),
        work(commandQueue, { run: doing, atOnce: commandsAtOnce }),
        ...Object.entries(effects).map(([kind, { run: _, isDown, ...effect }]) =>
          work(effectQueue(kind), {
            ...effect,
            run: doing,
            isDown: (error) => isPassing(error) || (isDown?.(error) ?? false),
          }),
        ),
      ])
      atOnce = fast
      working = started
      return {
        stop: async () => {
          await Promise.all([fast.stop(), ...[...started.values()].map((each) => each.stop())])
        },
      }
    },
  }
}
