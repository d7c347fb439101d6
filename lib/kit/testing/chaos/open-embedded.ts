import type { Log } from '../../server/log'
import { startEmbeddedPostgres } from '../../server/postgres/embedded'
import { migrate } from '../../server/postgres/migrate'
import { ensureRoles } from '../../server/postgres/roles'
import { testAppConnection, testSecret } from '../connections'
import { migrationsDir } from '../migrations'
import type { ChaosDatabase } from './chaos'

const limits = {
  connectionTimeoutMillis: 5_000,
  query_timeout: 30_000,
  idle_in_transaction_session_timeout: 30_000,
}

/** A migrated log on a Postgres of its own, whose data outlive whatever is killed. */
export const openEmbedded = async (dataDir: string, log: Log): Promise<ChaosDatabase> => {
  const { url, stop } = await startEmbeddedPostgres({ dataDir, log: (text) => log.info(text) })
  await ensureRoles(url, { secret: testSecret, mayResetPasswords: true })
  await migrate({ url, migrationsDir, log: (text) => log.info(text) })
  return { pool: { ...testAppConnection(url), max: 20, ...limits }, ownerUrl: url, close: stop }
}
