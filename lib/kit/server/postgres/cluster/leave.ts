import { setTimeout as delay } from 'node:timers/promises'
import type { Client } from 'pg'
import { attach, type FoundCluster, presenceLock } from './attach'
import { halt } from './halt'
import type { Joined } from './joined'

const graceMs = 1_000
const settleMs = 5_000
const pauseMs = 20

/** Leaves the cluster, and stops it when nobody else uses it. Close the pools first, or they count as somebody else. */
export const leave = async (joined: Joined, log: (line: string) => void): Promise<void> => {
  const client = await connected(joined)
  if (!client) return
  try {
    if ((await isLast(client)) && (await othersAreGone(client))) {
      await halt(joined, 'fast')
      log('Postgres stopped')
    } else {
      log('Postgres keeps running: somebody else is connected')
    }
  } finally {
    await client.end().catch(() => {})
  }
}

/** Our presence may have been cut off: Postgres is down, or came back just now. */
const connected = async (joined: Joined): Promise<Client | undefined> => {
  const { client } = joined
  client.ref()
  const alive = await client.query('select').then(
    () => true,
    () => false,
  )
  if (alive) return client
  const found = await settled(joined)
  return found.type === 'running' ? found.client : undefined
}

/** What is starting will be there for us to stop, what is stopping will be gone; neither for long. */
const settled = async ({ cluster, password }: Joined): Promise<FoundCluster> => {
  const deadline = performance.now() + settleMs
  for (;;) {
    const found = await attach(cluster, password)
    if (found.type !== 'busy' || performance.now() > deadline) return found
    await delay(pauseMs)
  }
}

/** Whoever holds the lock exclusively keeps newcomers waiting until the shutdown sends them to start it anew. */
const isLast = async (client: Client): Promise<boolean> => {
  await client.query('select pg_advisory_unlock_shared($1)', [presenceLock])
  const { rows } = await client.query('select pg_try_advisory_lock($1) as last', [presenceLock])
  return rows[0].last
}

/** A closed connection lingers for a moment, so a first look may see our own. */
const othersAreGone = async (client: Client): Promise<boolean> => {
  const deadline = performance.now() + graceMs
  for (;;) {
    const { rows } = await client.query(
      `select count(*)::int as others from pg_stat_activity
       where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    )
    if (rows[0].others === 0) return true
    if (performance.now() > deadline) return false
    await delay(pauseMs)
  }
}
