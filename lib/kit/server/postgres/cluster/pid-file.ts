import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm } from 'node:fs/promises'
import type { Cluster } from './cluster'
import { isCode } from './files'

/** What postmaster.pid says; the port is not there yet while Postgres is starting. */
export interface PidFile {
  readonly pid: number
  readonly port?: number
}

/** Reads the content of postmaster.pid: pid, data directory, start time, port, socket directory, address, ... */
export const parsePidFile = (text: string): PidFile | undefined => {
  const [pid, , , port] = text.split('\n')
  // Line 1 is negative for a standalone backend (postgres --single).
  if (!Number(pid)) return undefined
  return { pid: Math.abs(Number(pid)), port: Number(port) || undefined }
}

/**
 * Removes a pid file found to be stale, but only the very one that was judged: another process may have come to the
 * same conclusion, and started Postgres since.
 */
export const discardPidFile = async ({ pidFile }: Cluster, judged: string): Promise<void> => {
  const aside = `${pidFile}.stale-${randomUUID()}`
  try {
    await rename(pidFile, aside)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return
    throw error
  }
  if ((await readFile(aside, 'utf8')) !== judged) {
    await link(aside, pidFile).catch((error) => {
      if (!isCode(error, 'EEXIST')) throw error
    })
  }
  await rm(aside, { force: true })
}
