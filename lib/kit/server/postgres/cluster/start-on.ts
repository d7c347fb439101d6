import type { Joined } from './joined'
import { run } from './run'
import { logSince, markLog } from './server-log'
import { writeSettings } from './settings'

export type Start = { type: 'up' } | { type: 'port taken'; reason: string } | { type: 'down'; reason: string }

/** Starts Postgres on this very port and waits until it is up; `reason` is what it had to say if it is not. */
export const startOn = async (
  port: number,
  { cluster, binaries, runAs }: Pick<Joined, 'cluster' | 'binaries' | 'runAs'>,
  signal?: AbortSignal,
): Promise<Start> => {
  await writeSettings(cluster, runAs)
  const mark = await markLog(cluster)
  const args = ['start', '--silent', '--wait', `--pgdata=${cluster.dir}`, `--log=${cluster.logFile}`]
  const code = await run(cluster, runAs, binaries.pg_ctl, [...args, `--options=-p ${port}`], signal)
  if (code === 0) return { type: 'up' }
  const reason = await logSince(cluster, mark)
  return { type: reason.includes('could not bind') ? 'port taken' : 'down', reason }
}
