import { randomBytes, randomUUID } from 'node:crypto'
import { link, rm, writeFile } from 'node:fs/promises'
import type { Cluster } from './cluster'
import { EmbeddedPostgresError } from './error'
import { exists, give, isCode, readIfThere } from './files'
import type { RunAs } from './run-as'

/** The superuser's password, made up at the first start and kept in a file only its owner can read. */
export async function ensurePassword(cluster: Cluster, runAs: RunAs): Promise<string> {
  const stored = await readIfThere(cluster.passwordFile)
  if (stored) return stored.trim()
  if (await exists(cluster.dir)) {
    throw new EmbeddedPostgresError(
      `The password of the cluster in ${cluster.dir} is missing: put the file ${cluster.passwordFile} back, ` +
        'or move the cluster away to start with an empty one.',
    )
  }
  await create(cluster.passwordFile, runAs)
  return ensurePassword(cluster, runAs)
}

/** A hard link appears whole or not at all, and only for the first of several processes. */
async function create(file: string, runAs: RunAs): Promise<void> {
  const draft = `${file}.${randomUUID()}`
  try {
    await writeFile(draft, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 })
    await give(draft, runAs)
    await link(draft, file)
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  } finally {
    await rm(draft, { force: true })
  }
}
