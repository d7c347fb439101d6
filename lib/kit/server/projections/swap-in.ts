import { DatabaseError, escapeIdentifier, type PoolClient } from 'pg'
import { doWrites } from '../postgres/write'
import type { EventStore } from '../store/event-store'
import { applyRange } from './apply-range'
import type { BuildPart } from './build-part'
import { buildSchema, swapTables } from './build-tables'
import { lockCheckpoint, setCheckpoint } from './checkpoint'
import { liveSchema, type Projection } from './projection'
import { transactionIn } from './transaction-in'

interface Swap {
  /** The connection that holds the rebuild's lock: without the one the other doesn't happen. */
  readonly client: PoolClient
  readonly store: EventStore
  readonly projection: Projection
  readonly parts: readonly BuildPart[]
}

const attempts = 20
/** Lock not available, deadlock detected. */
const inTheWay = new Set(['55P03', '40P01'])

/**
 * Puts what was built in the place of what is read, and answers the position that it is at. Long readers are not
 * waited for with everybody queueing up behind: it gives up, lets the build catch up, and tries again.
 */
export const swapIn = async (swap: Swap, catchUp: () => Promise<void>): Promise<number> => {
  for (const table of swap.projection.tables) {
    await swap.client.query(`ANALYZE ${buildSchema}.${escapeIdentifier(table)}`)
  }
  for (let attempt = 1; ; attempt++) {
    try {
      return await transactionIn(swap.client, buildSchema, () => trySwap(swap))
    } catch (error) {
      const isInTheWay = error instanceof DatabaseError && inTheWay.has(error.code ?? '')
      if (!isInTheWay || attempt === attempts) throw error
      await catchUp()
    }
  }
}

const trySwap = async ({ client, store, projection, parts }: Swap): Promise<number> => {
  // 1. the live projection waits, but not for ever should we freeze: at its tables first, as it comes to them first itself
  await client.query("SET LOCAL lock_timeout TO '1s'; SET LOCAL idle_in_transaction_session_timeout TO '10s'")
  for (const table of projection.tables.map(escapeIdentifier)) {
    await client.query(`LOCK TABLE ${liveSchema}.${table} IN SHARE ROW EXCLUSIVE MODE`)
  }
  await lockCheckpoint(client, projection.name)
  // 2. the last events
  const head = await store.headPosition()
  for (const { partition, project, reached } of parts) {
    const range = { filter: projection.filter, partition, after: reached, upTo: head }
    await applyRange(store, range, async ({ events }) => doWrites(client, await project(events)))
  }
  // 3. the tables change places, and the live projection goes on from here
  await swapTables(client, projection)
  await setCheckpoint(client, projection.name, head)
  return head
}
