import { fileURLToPath } from 'node:url'
import type { PoolConfig } from 'pg'
import type { Log } from '../../kit/server/log'
import { startEmbeddedPostgres } from '../../kit/server/postgres/embedded'
import { migrate } from '../../kit/server/postgres/migrate'
import { appConnection, ensureRoles, maintenanceConnection } from '../../kit/server/postgres/roles'
import { fingerprintOf } from '../../kit/server/postgres/secret/derive-key'
import {
  explainSecret,
  findSecret,
  SecretError,
  secretOfNode,
} from '../../kit/server/postgres/secret/find-secret'
import { findMasterKey } from '../../kit/server/postgres/secret/master-key'
import { recordFingerprint, replaceFingerprint } from '../../kit/server/postgres/secret/stored-secret'
import { withClient } from '../../kit/server/postgres/with-client'
import type { Config } from './config'

const migrationsDir = fileURLToPath(new URL('../../../prisma/migrations', import.meta.url))

export interface Database {
  /** For a person to read. */
  readonly kind: string
  /** How the app connects: as the role that can't alter the log. */
  readonly pool: PoolConfig
  /** As the role that moves streams to cold storage and back. */
  readonly maintenance: PoolConfig
  /** Whose database it is; for migrations, and for nothing that serves people. */
  readonly ownerUrl: string
  /** Signs sessions and snapshots, and makes the passwords of the roles. Never in the database. */
  readonly secret: string
  /**
   * What people's keys are wrapped with; whoever only verifies the log needs none. Never in the database.
   * @throws MasterKeyError where this node hasn't the database's
   */
  readonly masterKey: () => Promise<Buffer>
  readonly close: () => Promise<void>
}

type DatabaseConfig = Pick<Config, 'databaseUrl' | 'dataDir'> &
  Partial<Pick<Config, 'authSecret' | 'masterKey'>>

/**
 * The database that was given, or our own, migrated and ready.
 * @throws SecretError, RoleError, MigrationError: each says what to do.
 */
export const openDatabase = (config: DatabaseConfig, log: Log): Promise<Database> =>
  open(config, log, async (ownerUrl, own) => {
    const secret = await withClient(ownerUrl, (sql) => findSecret(sql, sourcesOf(config)))
    await prepare(ownerUrl, secret, own, log)
    const recorded = await withClient(ownerUrl, (sql) => recordFingerprint(sql, secret))
    // Another node was quicker with a secret of its own.
    if (recorded !== fingerprintOf(secret)) throw new SecretError(explainSecret(sourcesOf(config), secret))
    return secret
  })

/** The same, with this node's secret from now on, whichever it was: what the former one had signed counts no more. */
export const openWithNewSecret = (config: DatabaseConfig, log: Log): Promise<Database> =>
  open(config, log, async (ownerUrl) => {
    const secret = await secretOfNode(sourcesOf(config))
    await prepare(ownerUrl, secret, true, log)
    await withClient(ownerUrl, (sql) => replaceFingerprint(sql, secret))
    return secret
  })

const sourcesOf = ({ authSecret, dataDir }: DatabaseConfig) => ({ authSecret, dataDir })

const prepare = async (
  ownerUrl: string,
  secret: string,
  mayResetPasswords: boolean,
  log: Log,
): Promise<void> => {
  await ensureRoles(ownerUrl, { secret, mayResetPasswords })
  await migrate({ url: ownerUrl, migrationsDir, log: (text) => log.info(text) })
}

const open = async (
  { databaseUrl, dataDir, masterKey }: DatabaseConfig,
  log: Log,
  makeReady: (ownerUrl: string, isOwnServer: boolean) => Promise<string>,
): Promise<Database> => {
  const own = databaseUrl
    ? undefined
    : await startEmbeddedPostgres({ dataDir, log: (text) => log.info(text) })
  const ownerUrl = databaseUrl ?? (own as { url: string }).url
  try {
    const secret = await makeReady(ownerUrl, own !== undefined)
    const limits = { connectionTimeoutMillis: 5_000, query_timeout: 30_000 }
    const pool = { max: 20, ...limits, idle_in_transaction_session_timeout: 30_000 }
    return {
      kind: own ? `embedded, in ${dataDir}` : 'DATABASE_URL',
      pool: { ...appConnection(ownerUrl, secret), ...pool },
      maintenance: { ...maintenanceConnection(ownerUrl, secret), max: 4, ...limits },
      ownerUrl,
      secret,
      masterKey: () => withClient(ownerUrl, (sql) => findMasterKey(sql, { masterKey, dataDir })),
      close: async () => own?.stop(),
    }
  } catch (error) {
    await own?.stop()
    throw error
  }
}
