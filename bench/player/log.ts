import { join } from 'node:path'
import { createLog } from '../../lib/kit/server/log'
import { createPool } from '../../lib/kit/server/postgres/pool'
import type { NewEvent } from '../../lib/kit/server/store/event-store'
import { openDatabase } from '../../lib/shop/server/open-database'
import { openOurs } from '../ours'
import { readModelsSettled } from '../settled'

const appendedAtOnce = 500

/** The running shop's log, opened beside it as another node would. */
export const openShopLog = async (dataDir: string) => {
  const log = createLog('warn')
  const database = await openDatabase({ databaseUrl: undefined, dataDir }, log)
  const ours = openOurs({ database, archiveDir: join(dataDir, 'archive'), log })
  const pool = createPool({ ...database.pool, max: 1 }, () => undefined)

  return {
    append: ours.append,
    /** A whole cart with the snapshots it would have by now. */
    fill: async (cartId: string, events: readonly NewEvent[]): Promise<void> => {
      for (let version = 0; version < events.length; version += appendedAtOnce) {
        await ours.append(cartId, version, events.slice(version, version + appendedAtOnce))
      }
      await ours.makeSnapshots(cartId)
    },
    /** The cart that a customer began. */
    cartOf: async (customerId: string): Promise<string> => {
      const { rows } = await pool.query<{ stream_id: string }>(
        `SELECT stream_id FROM events WHERE type = 'CartCreated' AND data->>'customerId' = $1`,
        [customerId],
      )
      if (!rows[0]) throw new Error(`${customerId} has no cart`)
      return rows[0].stream_id
    },
    /** Resolves when the shop has nothing left to do but what is asked of it. */
    settled: () => readModelsSettled(pool),
    close: async (): Promise<void> => {
      await pool.end()
      await ours.close()
      await database.close()
    },
  }
}

export type ShopLog = Awaited<ReturnType<typeof openShopLog>>
