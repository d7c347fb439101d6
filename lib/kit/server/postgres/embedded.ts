import type { Client } from 'pg'
import { EmbeddedPostgresError } from './cluster/error'
import { isCode } from './cluster/files'
import { join } from './cluster/join'
import { keep } from './cluster/keep'
import { leave } from './cluster/leave'
import { ownerUrl } from './cluster/url'

const databaseName = 'hindsight'

export interface EmbeddedPostgres {
  /** The superuser's URL to the database `hindsight`. */
  readonly url: string
  /** True when it was running already, left by a killed process or shared with another node. */
  readonly adopted: boolean
  /** Stops it unless somebody else is connected. Close your own connections first. */
  readonly stop: () => Promise<void>
}

/**
 * Starts the Postgres that comes with our packages, with its data in `dataDir`, or joins the one already running there.
 * It outlives this process: only `stop` ends it. When it dies it is brought back, on the same URL.
 */
export const startEmbeddedPostgres = async (options: {
  dataDir: string
  log: (line: string) => void
}): Promise<EmbeddedPostgres> => {
  const { dataDir, log } = options
  const joined = await join(dataDir).catch(explainPermissions)
  await ensureDatabase(joined.client, databaseName)
  log(
    `Postgres ${joined.adopted ? 'found running' : 'started'} on port ${joined.port}, data in ${joined.cluster.dir}`,
  )

  const keeper = keep(joined, log)
  let stopped: Promise<void> | undefined
  return {
    url: ownerUrl(joined.port, joined.password, databaseName),
    adopted: joined.adopted,
    stop() {
      stopped ??= keeper.release().then((present) => leave(present, log))
      return stopped
    },
  }
}

const ensureDatabase = async (client: Client, name: string): Promise<void> => {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
  if (rowCount) return
  await client.query(`create database ${name}`).catch((error) => {
    // Another node was quicker.
    if (!isCode(error, '42P04', '23505')) throw error
  })
}

const explainPermissions = (error: unknown): never => {
  if (!isCode(error, 'EACCES', 'EPERM')) throw error
  throw new EmbeddedPostgresError(
    `Not allowed to use the embedded Postgres' files (${(error as Error).message}). ` +
      'Start as the user they belong to, or give them to the present one with chown -R.',
    { cause: error },
  )
}
