import { spawn } from 'node:child_process'
import { open } from 'node:fs/promises'
import type { Cluster } from './cluster'
import { give } from './files'
import type { RunAs } from './os-user'

/**
 * Runs one of Postgres' programs to its end, its output going to the cluster's log. Answers the exit code. The signal
 * interrupts it as Ctrl+C would, upon which `pg_ctl start` calls off the start it is waiting for, and rejects.
 */
export const run = async (
  cluster: Cluster,
  runAs: RunAs,
  program: string,
  args: string[],
  signal?: AbortSignal,
): Promise<number> => {
  const output = await open(cluster.logFile, 'a', 0o600)
  try {
    await give(cluster.logFile, runAs)
    const [command, ...rest] = [...runAs.prefix, program, ...args]
    return await new Promise((resolve, reject) => {
      const child = spawn(command as string, rest, {
        cwd: cluster.home,
        stdio: ['ignore', output.fd, output.fd],
        // In a group of its own: Ctrl+C is for the app, which then stops Postgres in its own time.
        detached: true,
        windowsHide: true,
        signal,
        killSignal: 'SIGINT',
        env: { ...process.env, LC_ALL: 'C' },
        ...(runAs.prefix.length === 0 ? runAs.user : undefined),
      })
      child.once('error', reject)
      child.once('exit', (code) => resolve(code ?? 1))
    })
  } finally {
    await output.close()
  }
}
