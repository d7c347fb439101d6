import { randomBytes } from 'node:crypto'
import type { Cluster } from './cluster'
import { EmbeddedPostgresError } from './error'
import { exists, give, readIfThere, writeOnce } from './files'
import type { RunAs } from './os-user'

/** The superuser's password, made up at the first start and kept in a file only its owner can read. */
export const ensurePassword = async (cluster: Cluster, runAs: RunAs): Promise<string> => {
  const stored = await readIfThere(cluster.passwordFile)
  if (stored) return stored.trim()
  if (await exists(cluster.dir)) {
    throw new EmbeddedPostgresError(
      `The password of the cluster in ${cluster.dir} is missing: put the file ${cluster.passwordFile} back, ` +
        'or move the cluster away to start with an empty one.',
    )
  }
  const password = randomBytes(24).toString('hex')
  await writeOnce(cluster.passwordFile, `${password}\n`, (draft) => give(draft, runAs))
  return ensurePassword(cluster, runAs)
}
