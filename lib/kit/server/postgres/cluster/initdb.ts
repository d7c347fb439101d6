import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { appendFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Binaries } from './binaries'
import type { Cluster } from './cluster'
import { EmbeddedPostgresError } from './error'
import { exists, give, isCode } from './files'
import type { RunAs } from './os-user'
import { run } from './run'
import { logSince, markLog } from './server-log'
import { settingsFile } from './settings'

const draftPrefix = 'postgres.draft-'
const abandonedAfterMs = 60 * 60 * 1000

/**
 * Creates the cluster when there is none. It is made beside its place and moved there when complete, so nobody ever
 * sees half a cluster, and of several processes the first one's stays.
 */
export const ensureCluster = async (cluster: Cluster, binaries: Binaries, runAs: RunAs): Promise<void> => {
  if (await isCluster(cluster.dir)) return takeOver(cluster, runAs)
  await removeAbandonedDrafts(cluster.home)
  const draft = join(cluster.home, `${draftPrefix}${randomUUID()}`)
  try {
    await mkdir(draft, { mode: 0o700 })
    await give(draft, runAs)
    await initdb(cluster, binaries, runAs, draft)
    await moveIntoPlace(draft, cluster.dir)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

const initdb = async (cluster: Cluster, binaries: Binaries, runAs: RunAs, draft: string): Promise<void> => {
  const mark = await markLog(cluster)
  const code = await run(cluster, runAs, binaries.initdb, [
    `--pgdata=${draft}`,
    '--username=postgres',
    `--pwfile=${cluster.passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(cluster.settings.fsync === 'off' ? ['--no-sync'] : []),
  ])
  if (code !== 0) {
    throw new EmbeddedPostgresError(`Postgres could not be set up:\n${await logSince(cluster, mark)}`)
  }
  await appendFile(join(draft, 'postgresql.conf'), `\ninclude_if_exists = '${settingsFile}'\n`)
}

const moveIntoPlace = async (draft: string, dir: string): Promise<void> => {
  try {
    await rename(draft, dir)
  } catch (cause) {
    if (!isCode(cause, 'ENOTEMPTY', 'EEXIST', 'EPERM') || !(await exists(dir))) throw cause
    if (await isCluster(dir)) return
    throw new EmbeddedPostgresError(`${dir} is neither empty nor a Postgres cluster: move it away.`, {
      cause,
    })
  }
}

/** Copied or restored by root, the files belong to root. */
const takeOver = async ({ dir }: Cluster, { user }: RunAs): Promise<void> => {
  if (!user || (await stat(dir)).uid === user.uid) return
  await promisify(execFile)('chown', ['-R', `${user.uid}:${user.gid}`, dir])
}

const isCluster = (dir: string) => exists(join(dir, 'PG_VERSION'))

const removeAbandonedDrafts = async (home: string): Promise<void> => {
  for (const name of await readdir(home)) {
    if (!name.startsWith(draftPrefix)) continue
    const { mtimeMs } = await stat(join(home, name)).catch(() => ({ mtimeMs: Date.now() }))
    // A file may also be from a time to come: from before a clock was put right.
    if (Math.abs(Date.now() - mtimeMs) > abandonedAfterMs)
      await rm(join(home, name), { recursive: true, force: true })
  }
}
