import { setTimeout as delay } from 'node:timers/promises'
import { attach } from './attach'
import { locateBinaries } from './binaries'
import { clusterIn } from './cluster'
import { EmbeddedPostgresError } from './error'
import { ensureCluster } from './initdb'
import type { Joined } from './joined'
import { launch } from './launch'
import { ensurePassword } from './password'
import { chooseRunAs } from './run-as'

const patienceMs = 60_000
const launchAttempts = 4
const pauseMs = 50

/**
 * Joins the cluster in `dataDir`, creating and starting it as needed. Needs no lock of its own: the password file, the
 * cluster's directory and Postgres' pid file each let only one of several processes win, and the others follow.
 */
export const join = async (dataDir: string, settings: Record<string, string> = {}): Promise<Joined> => {
  const cluster = await clusterIn(dataDir, settings)
  const binaries = await locateBinaries()
  const runAs = await chooseRunAs(cluster, binaries)
  const password = await ensurePassword(cluster, runAs)
  await ensureCluster(cluster, binaries, runAs)

  const deadline = performance.now() + patienceMs
  let adopted = true
  let failures = 0
  while (performance.now() < deadline) {
    const found = await attach(cluster, password)
    if (found.type === 'running') {
      const { client, port } = found
      return { cluster, binaries, runAs, password, port, client, adopted }
    }
    if (found.type === 'absent') {
      const failure = await launch({ cluster, binaries, runAs })
      adopted = failure !== undefined
      // Failing may just mean that another process was quicker, or that the remains of a killed one are still going.
      if (failure !== undefined && ++failures === launchAttempts) {
        throw new EmbeddedPostgresError(`Postgres does not start (see ${cluster.logFile}):\n${failure}`)
      }
    }
    if (adopted) await delay(pauseMs)
  }
  throw new EmbeddedPostgresError(
    `The Postgres of ${cluster.dir} has been starting or stopping for a minute. See ${cluster.logFile}, and end the process ` +
      `named in the first line of ${cluster.pidFile} if it hangs.`,
  )
}
