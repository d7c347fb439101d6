import { join } from 'node:path'
import { archiveStream } from '../../lib/kit/server/archive/archive-stream'
import { createFolderStorage } from '../../lib/kit/server/archive/folder-storage'
import { withArchive } from '../../lib/kit/server/archive/with-archive'
import { createLog } from '../../lib/kit/server/log'
import { createPool } from '../../lib/kit/server/postgres/pool'
import { createPostgresStore } from '../../lib/kit/server/store/postgres-store'
import { openDatabase } from '../../lib/shop/server/open-database'
import { cartStream } from '../../lib/shop/server/streams'
import { benchCodec } from '../codec'
import { newItemAdded } from '../events'
import type { StorePlace, SuiteStore } from './store'

const pageSize = 1_000

/** The shop's own store, as its role; archived by the role of maintenance. */
export const openOurs = async ({ url, dataDir, connections }: StorePlace): Promise<SuiteStore> => {
  const log = createLog('silent')
  const database = await openDatabase({ databaseUrl: url, dataDir }, log)
  const pool = createPool({ ...database.pool, max: connections }, () => undefined)
  const maintenance = createPool(database.maintenance, () => undefined)
  const storage = createFolderStorage(join(dataDir, 'archive'))
  const codec = benchCodec(pool)
  const store = withArchive(createPostgresStore(pool, codec), pool, storage, codec)
  return {
    append: async (stream, version, ids) => {
      const events = ids.map((eventId) => ({ ...newItemAdded(), eventId }))
      const result = await store.append({ stream: cartStream(stream), expectedVersion: version, events })
      if (result.type === 'written') return 'appended'
      if (result.type === 'conflict') return 'conflict'
      throw new Error(result.type)
    },
    readStream: async (stream) => {
      const ids: string[] = []
      for (;;) {
        const events = await store.readStream(cartStream(stream), { from: ids.length + 1, limit: pageSize })
        if (events.length === 0) return ids
        ids.push(...events.map(({ eventId }) => eventId))
      }
    },
    readLog: async (after, limit) => {
      const events = await store.readAll({ after: Number(after ?? 0), limit })
      const entries = events.map(({ eventId, streamId }) => ({ id: eventId, stream: streamId }))
      return { entries, end: events.length > 0 ? String(events.at(-1)?.position) : after }
    },
    archive: async (stream) => {
      const result = await archiveStream({ pool: maintenance, storage }, cartStream(stream))
      if (result.type !== 'archived') throw new Error(JSON.stringify(result))
    },
    close: async () => {
      await maintenance.end()
      await pool.end()
      await database.close()
    },
  }
}
