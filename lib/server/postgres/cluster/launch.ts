import type { Binaries } from './binaries'
import type { Cluster } from './cluster'
import { freePort, lastPort } from './port'
import { run } from './run'
import type { RunAs } from './run-as'
import { logSince, markLog } from './server-log'
import { writeSettings } from './settings'

const PORT_ATTEMPTS = 5

/** Starts Postgres. Answers undefined when it is up, else what it had to say. */
export async function launch(
  cluster: Cluster,
  binaries: Binaries,
  runAs: RunAs,
): Promise<string | undefined> {
  await writeSettings(cluster, runAs)
  let port = (await lastPort(cluster)) ?? (await freePort())
  for (let attempt = 1; ; attempt++) {
    const mark = await markLog(cluster)
    const code = await run(cluster, runAs, binaries.pg_ctl, [
      'start',
      '--silent',
      '--wait',
      `--pgdata=${cluster.dir}`,
      `--log=${cluster.logFile}`,
      `--options=-p ${port}`,
    ])
    if (code === 0) return undefined
    const reason = await logSince(cluster, mark)
    if (attempt === PORT_ATTEMPTS || !reason.includes('could not bind')) return reason
    port = await freePort()
  }
}
