import type { Pool, PoolConfig } from 'pg'
import type { RecordedEvent } from '../../events/recorded-event'
import type { Log } from '../log'
import { startHandOver } from '../subscriptions/hand-over'
import { createLeases, type Leases } from '../subscriptions/leases'
import { runTogether } from '../subscriptions/run-together'
import type { Subscription } from '../subscriptions/subscription'
import { listen } from '../tail/listen'
import { createRecentEvents } from '../tail/recent-events'
import { startTail } from '../tail/tail'
import type { Wakeable } from '../tail/wakeable'
import type { Engine } from './engine'

const pollMs = 1_000

interface FollowOptions {
  readonly engine: Pick<Engine, 'store' | 'writtenHere'>
  readonly pool: Pool
  /** For the connections that leases and notifications need of their own. */
  readonly connection: PoolConfig
  readonly subscriptions: readonly Subscription[]
  /** Hears every event once, in the log's order, before the subscriptions do. */
  readonly onEvents?: ((events: readonly RecordedEvent[]) => void) | undefined
  readonly log: Log
}

export interface FollowedLog {
  readonly leases: Leases
  readonly stop: () => Promise<void>
}

/** Runs subscriptions from their checkpoints, as the log grows: each partition on one node at a time. */
export const followLog = async (options: FollowOptions): Promise<FollowedLog> => {
  const { engine, pool, connection, subscriptions, onEvents, log } = options
  const { store, writtenHere } = engine
  const recent = createRecentEvents(await store.headPosition())
  const leases = createLeases(connection, log)
  let followers: Wakeable
  try {
    followers = await runTogether({ pool, store, log, leases, recent }, subscriptions)
  } catch (error) {
    await leases.stop()
    throw error
  }
  const tail = startTail({
    store,
    writtenHere,
    recent,
    pollMs,
    onEvents: (events) => {
      // Who looks comes before what is kept for later.
      onEvents?.(events)
      followers.wake()
    },
    log,
  })
  // After all that came in this turn of the event loop: what was appended here is known by then.
  const onHint = (hint?: string) => void setImmediate(tail.wake, hint)
  const listener = listen(connection, 'events_appended', onHint, log)
  const handOver = startHandOver(pool, log)
  return {
    leases,
    stop: async () => {
      await handOver.stop()
      await listener.stop()
      await tail.stop()
      await followers.stop()
      await leases.stop()
    },
  }
}
