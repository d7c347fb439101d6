import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLog, type Log } from '../lib/kit/server/log'
import { withClient } from '../lib/kit/server/postgres/with-client'
import { type Database, openDatabase } from '../lib/shop/server/open-database'
import { describeFlushRate } from './flush-rate'

export interface BenchServer {
  readonly database: Database
  /** The same server as its owner: to the shop's database, or to a new one of that name. */
  readonly ownerUrl: string
  readonly createDatabase: (name: string) => Promise<string>
  /** Where its files are. */
  readonly dataDir: string
  readonly archiveDir: string
  /** Each contender has a pool of as many connections. */
  readonly connections: number
  readonly log: Log
}

/** Runs the work on a Postgres of its own, as the shop would start it, and removes it afterwards. */
export const withServer = async (work: (server: BenchServer) => Promise<void>): Promise<void> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'hindsight-bench-'))
  const log = createLog('warn')
  const database = await openDatabase({ databaseUrl: undefined, dataDir }, log)
  try {
    const { ownerUrl, pool } = database
    const connections = pool.max
    if (!connections) throw new Error('The database does not say how many connections it may have')
    await work({
      database,
      ownerUrl,
      dataDir,
      archiveDir: join(dataDir, 'archive'),
      createDatabase: (name) => createDatabase(ownerUrl, name),
      connections,
      log,
    })
  } finally {
    await database.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** A new database of that name, on the server of this one. */
export const createDatabase = async (ownerUrl: string, name: string): Promise<string> => {
  await withClient(ownerUrl, (client) => client.query(`CREATE DATABASE ${name}`))
  const url = new URL(ownerUrl)
  url.pathname = `/${name}`
  return url.href
}

/** What a figure depends on, for a person to read. */
export const describeServer = async ({ ownerUrl, dataDir, connections }: BenchServer): Promise<string> => {
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query(
      `SELECT current_setting('server_version') AS version, current_setting('fsync') AS fsync,
              current_setting('synchronous_commit') AS commit`,
    ),
  )
  const { version, fsync, commit } = rows[0]
  const postgres = `Postgres ${version}, fsync ${fsync}, synchronous_commit ${commit}`
  return `${postgres}, ${connections} connections each, ${describeFlushRate(dataDir)}`
}
