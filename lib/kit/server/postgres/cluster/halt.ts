import { setTimeout as delay } from 'node:timers/promises'
import { readIfThere } from './files'
import type { Joined } from './joined'
import { parsePidFile } from './pid-file'
import { isAlive } from './process-info'
import { run } from './run'
import { logSince, markLog } from './server-log'

const patienceMs = 60_000
const pauseMs = 10

/** Stops Postgres: `fast` leaves the data clean, `immediate` is for what is thrown away. */
export const halt = async (
  { cluster, binaries, runAs }: Joined,
  mode: 'fast' | 'immediate',
): Promise<void> => {
  const pid = await runningPid(cluster.pidFile)
  if (!pid) return
  const mark = await markLog(cluster)
  const code = await run(cluster, runAs, binaries.pg_ctl, [
    'stop',
    '--silent',
    '--no-wait',
    `--mode=${mode}`,
    `--pgdata=${cluster.dir}`,
  ])
  const deadline = performance.now() + patienceMs
  // pg_ctl would wait for no server to be there, but another node may start it again at once.
  while (code === 0 && (await runningPid(cluster.pidFile)) === pid && performance.now() < deadline)
    await delay(pauseMs)
  if ((await runningPid(cluster.pidFile)) === pid) {
    throw new Error(`Postgres does not stop (process ${pid}):\n${await logSince(cluster, mark)}`)
  }
}

const runningPid = async (pidFile: string): Promise<number | undefined> => {
  const pid = parsePidFile((await readIfThere(pidFile)) ?? '')?.pid
  return pid && isAlive(pid) ? pid : undefined
}
