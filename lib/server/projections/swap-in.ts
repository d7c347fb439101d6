import { DatabaseError, escapeIdentifier, type PoolClient } from 'pg'
import type { EventStore } from '../store/event-store'
import { applyRange } from './apply-range'
import { buildSchemaOf, swapTables } from './build-tables'
import { lockCheckpoint, setCheckpoint } from './checkpoint'
import type { Projection } from './projection'
import type { BuildPart } from './rebuild'
import { transactionIn } from './transaction-in'

interface Swap {
  /** The connection that holds the rebuild's lock: without the one the other doesn't happen. */
  readonly owner: PoolClient
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
  const schema = buildSchemaOf(swap.projection)
  for (const table of swap.projection.tables) {
    await swap.owner.query(`ANALYZE ${escapeIdentifier(schema)}.${escapeIdentifier(table)}`)
  }
  for (let attempt = 1; ; attempt++) {
    try {
      return await transactionIn(swap.owner, schema, () => trySwap(swap))
    } catch (error) {
      const isInTheWay = error instanceof DatabaseError && inTheWay.has(error.code ?? '')
      if (!isInTheWay || attempt === attempts) throw error
      await catchUp()
    }
  }
}

const trySwap = async ({ owner, store, projection, parts }: Swap): Promise<number> => {
  // 1. the live projection waits, but not for ever should we freeze
  await owner.query("SET LOCAL lock_timeout TO '1s'; SET LOCAL idle_in_transaction_session_timeout TO '10s'")
  await lockCheckpoint(owner, projection.name)
  // 2. the last events
  const head = await store.headPosition()
  for (const { partition, apply, reached } of parts) {
    const range = { filter: projection.filter, partition, after: reached, upTo: head }
    await applyRange(store, range, ({ events }) => apply(owner, events))
  }
  // 3. the tables change places, and the live projection goes on from here
  await swapTables(owner, projection)
  await setCheckpoint(owner, projection.name, head)
  return head
}
