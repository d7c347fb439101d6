import { realpath, stat } from 'node:fs/promises'
import pg from 'pg'
import type { Cluster } from './cluster'
import { EmbeddedPostgresError } from './error'
import { isCode, readIfThere } from './files'
import { discardPidFile, parsePidFile } from './pid-file'
import { commandLine, isAlive, isPostmasterOf } from './process-info'
import { ownerUrl } from './url'

/** Every node holds this advisory lock shared while it uses the cluster; whoever gets it exclusively is the last. */
export const presenceLock = 4_863_520_117

/** The connection that counts us as present. `ref` and `unref` are missing in the published types. */
export type PresenceClient = pg.Client & { ref(): void; unref(): void }

/** `running`: we are connected and counted as present. `busy`: starting or stopping, ask again. */
export type FoundCluster =
  | { type: 'running'; client: PresenceClient; port: number }
  | { type: 'busy' }
  | { type: 'absent' }

const unwrittenForMs = 5_000

/** Looks for a live Postgres of this very directory and, if there is one, joins it. */
export const attach = async (cluster: Cluster, password: string): Promise<FoundCluster> => {
  const text = await readIfThere(cluster.pidFile)
  if (text === undefined) return { type: 'absent' }
  const noted = parsePidFile(text)
  if (!noted) return judgeUnwritten(cluster, text)
  if (!isAlive(noted.pid)) return { type: 'absent' }

  const command = await commandLine(noted.pid)
  const isZombie = command === ''
  const answer = noted.port && !isZombie ? await knock(cluster, noted.port, password) : 'silence'
  if (typeof answer === 'object') return { type: 'running', client: answer, port: noted.port as number }
  if (answer === 'not now') return { type: 'busy' }

  // Alive, but not talking to us: Postgres in its first or last moments, or a stranger to whom the pid was given anew.
  if (command === undefined) return { type: 'absent' }
  if (!isPostmasterOf(cluster.dir, command)) {
    await discardPidFile(cluster, text)
    return { type: 'absent' }
  }
  if (answer === 'wrong password') {
    throw new EmbeddedPostgresError(
      `The running Postgres of ${cluster.dir} (process ${noted.pid}) does not accept the password in ${cluster.passwordFile}: ` +
        'put the right one there.',
    )
  }
  return { type: 'busy' }
}

/** An empty pid file is being written right now, or was left by a crash of the machine. */
const judgeUnwritten = async (cluster: Cluster, text: string): Promise<FoundCluster> => {
  const { mtimeMs } = await stat(cluster.pidFile).catch(() => ({ mtimeMs: Date.now() }))
  // A file may also be from a time to come: from before a clock was put right.
  if (Math.abs(Date.now() - mtimeMs) < unwrittenForMs) return { type: 'busy' }
  await discardPidFile(cluster, text)
  return { type: 'absent' }
}

const knock = async (cluster: Cluster, port: number, password: string) => {
  const client = new pg.Client({
    connectionString: ownerUrl(port, password, 'postgres'),
    connectionTimeoutMillis: 5_000,
    application_name: 'hindsight presence',
  }) as PresenceClient
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query('show data_directory')
    if ((await realpath(rows[0].data_directory)) !== cluster.dir) throw new Error('another cluster')
    // Waits while the last of the others decides to stop it, and then fails with the shutdown.
    await client.query('select pg_advisory_lock_shared($1)', [presenceLock])
    return client
  } catch (error) {
    client.end().catch(() => {})
    if (isCode(error, '57P03', '57P01')) return 'not now'
    return isCode(error, '28P01') ? 'wrong password' : 'silence'
  }
}
