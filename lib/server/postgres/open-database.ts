import { fileURLToPath } from 'node:url'
import type { PoolConfig } from 'pg'
import type { Config } from '../config'
import type { Log } from '../log'
import { startEmbeddedPostgres } from './embedded'
import { migrate } from './migrate'
import { appConnection, ensureRoles, maintenanceConnection } from './roles'

const migrationsDir = fileURLToPath(new URL('../../../prisma/migrations', import.meta.url))

export interface Database {
  /** For a person to read. */
  readonly kind: string
  /** How the app connects: as the role that can't alter the log. */
  readonly pool: PoolConfig
  /** As the role that moves streams to cold storage and back. */
  readonly maintenance: PoolConfig
  /** Whose tables they are; for what puts one table in another's place. */
  readonly ownerUrl: string
  readonly close: () => Promise<void>
}

/** The database that was given, or our own, migrated and ready. */
export const openDatabase = async (
  { databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>,
  log: Log,
): Promise<Database> => {
  const line = (text: string) => log.info(text)
  const own = databaseUrl ? undefined : await startEmbeddedPostgres({ dataDir, log: line })
  const url = databaseUrl ?? (own as { url: string }).url
  try {
    await ensureRoles(url)
    await migrate({ url, migrationsDir, log: line })
  } catch (error) {
    await own?.stop()
    throw error
  }
  const limits = { connectionTimeoutMillis: 5_000, query_timeout: 30_000 }
  return {
    kind: own ? `embedded, in ${dataDir}` : 'DATABASE_URL',
    pool: { ...appConnection(url), max: 20, ...limits, idle_in_transaction_session_timeout: 30_000 },
    maintenance: { ...maintenanceConnection(url), max: 4, ...limits },
    ownerUrl: url,
    close: async () => own?.stop(),
  }
}
