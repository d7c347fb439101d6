import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ArchiveDependencies } from '../kit/server/archive/archive-stream'
import { createFolderStorage } from '../kit/server/archive/folder-storage'
import { withArchive } from '../kit/server/archive/with-archive'
import { createPool } from '../kit/server/postgres/pool'
import type { EventStore } from '../kit/server/store/event-store'
import { testCodec } from './codec'
import { testMaintenanceConnection } from './connections'
import type { TestDatabase } from './open-database'

export interface TestArchive extends ArchiveDependencies {
  /** The log with what is archived of it. */
  readonly store: EventStore
  readonly close: () => Promise<void>
}

/** Cold storage for a test's database, in a folder of its own. */
export const openTestArchive = async ({ ownerUrl, pool, store }: TestDatabase): Promise<TestArchive> => {
  const folder = await mkdtemp(join(tmpdir(), 'hindsight-archive-'))
  const maintenance = createPool({ ...testMaintenanceConnection(ownerUrl), max: 4 }, () => undefined)
  const storage = createFolderStorage(folder)
  return {
    pool: maintenance,
    storage,
    store: withArchive(store, pool, storage, testCodec(pool)),
    close: async () => {
      await maintenance.end()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
