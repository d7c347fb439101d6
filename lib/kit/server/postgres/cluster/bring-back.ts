import { attach, type FoundCluster, type PresenceClient } from './attach'
import type { Joined } from './joined'
import { gist } from './server-log'
import { type Start, startOn } from './start-on'

/** `busy`: somebody is starting or stopping it, ask again. */
export type Return =
  | { type: 'present'; client: PresenceClient }
  | { type: 'busy' }
  | { type: 'away'; reason: string }

/**
 * One try to get a lost Postgres back where its users look for it. Several nodes may try at once: Postgres' pid file lets
 * one of them start it, the others join.
 */
export const bringBack = async (joined: Joined, signal: AbortSignal): Promise<Return> => {
  try {
    const found = await attach(joined.cluster, joined.password)
    if (found.type !== 'absent') return judge(joined, found)
    const start = await startOn(joined.port, joined, signal)
    const now = await attach(joined.cluster, joined.password)
    return now.type === 'absent' ? away(explain(joined, start)) : judge(joined, now)
  } catch (error) {
    return away(error instanceof Error ? error.message : String(error))
  }
}

const away = (reason: string): Return => ({ type: 'away', reason })

const judge = ({ port }: Joined, found: Exclude<FoundCluster, { type: 'absent' }>): Return => {
  if (found.type === 'busy') return found
  if (found.port === port) return { type: 'present', client: found.client }
  // Not counted as present there, so that its last user stops it and it can come back to us.
  found.client.end().catch(() => {})
  return away(`another process has it on port ${found.port}`)
}

const explain = ({ port, cluster }: Joined, start: Start): string => {
  if (start.type === 'up') return `it ended right after its start (see ${cluster.logFile})`
  if (start.type === 'port taken') return `another program has taken port ${port}`
  return `${gist(start.reason)} (see ${cluster.logFile})`
}
