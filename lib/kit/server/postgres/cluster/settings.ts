import { randomUUID } from 'node:crypto'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Cluster } from './cluster'
import { give } from './files'
import type { RunAs } from './os-user'

export const settingsFile = 'hindsight.conf'

const defaultSettings = {
  listen_addresses: '127.0.0.1',
  // A socket's path may be too long or not writable; loopback always works.
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '128MB',
  max_wal_size: '1GB',
  log_checkpoints: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
}

/** Writes what we want of Postgres; written before every start, so a new build can change its mind. */
export const writeSettings = async (cluster: Cluster, runAs: RunAs): Promise<void> => {
  const file = join(cluster.dir, settingsFile)
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, renderSettings({ ...defaultSettings, ...cluster.settings }), { mode: 0o600 })
  await give(draft, runAs)
  await rename(draft, file)
}

export const renderSettings = (settings: Record<string, string>): string => {
  const lines = Object.entries(settings).map(
    ([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`,
  )
  return `# Written at every start. Change settings with ALTER SYSTEM, which wins over this file.\n${lines.join('')}`
}
