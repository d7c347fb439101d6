import type { PoolConfig } from 'pg'
import { createLog } from '../../server/log'
import { createPool } from '../../server/postgres/pool'
import { createRelay } from '../../server/relay/relay'
import { parseTargets } from '../../server/relay/target'
import { createPostgresStore } from '../../server/store/postgres-store'
import { createLeases } from '../../server/subscriptions/leases'
import { runSubscription } from '../../server/subscriptions/run-subscription'
import { testCodec } from '../codec'
import { notebookEvents } from '../notebook/notebook-events'

/** A relay in a process of its own, to be killed. */
const { connection, targets } = JSON.parse(process.argv[2] ?? '') as {
  readonly connection: PoolConfig
  readonly targets: string
}

process.on('disconnect', () => process.exit())
const log = createLog('silent')
const pool = createPool({ ...connection, max: 6 }, () => undefined)
const store = createPostgresStore(pool, testCodec(notebookEvents, pool))
const dependencies = { pool, store, log }
const leases = createLeases(connection, log)
const relay = createRelay({
  ...dependencies,
  targets: parseTargets(targets),
  registry: notebookEvents,
  now: () => new Date(),
  retries: { tries: 100, restMs: () => 1 },
})
// Small batches, so that there is much to be killed in.
const followers = relay.subscriptions.map((each) =>
  runSubscription({ ...dependencies, leases }, { ...each, batchSize: 20 }),
)
relay.start(leases)
setInterval(() => {
  for (const follower of followers) follower.wake()
}, 5)
process.send?.('started')
