import pg from 'pg'
import type { Log } from '../log'
import { createWakeable } from '../tail/wakeable'

const retryMs = 1_000
const timeoutMs = 2_000

export interface Lease {
  /** While it is held: a signal that is aborted when it no longer is. */
  readonly held: () => AbortSignal | undefined
  /** Gives it up, for another to take. */
  readonly release: () => void
}

export interface Leases {
  /** Wants a lease from now on, and calls `onGained` whenever it got it. Once for a name in a process. */
  readonly claim: (name: string, onGained: () => void) => Lease
  readonly stop: () => Promise<void>
}

interface Claim {
  readonly onGained: () => void
  held?: AbortController | undefined
}

/** So that the server finds out within seconds that a node is gone, or hangs, which could not say so. */
const detectVanishedNode = `
  SELECT set_config('tcp_keepalives_idle', '1', false), set_config('tcp_keepalives_interval', '1', false),
         set_config('tcp_keepalives_count', '3', false), set_config('tcp_user_timeout', '3000', false),
         set_config('idle_session_timeout', '2500', false)`

/**
 * Leases that one node has at a time: advisory locks of the database, held by one connection of the process. Who ends,
 * however it ends, ends that connection, and whoever waits gets them within seconds. When the connection breaks, all
 * its leases are lost at once.
 */
export const createLeases = (connection: pg.ClientConfig, log: Log): Leases => {
  const claims = new Map<string, Claim>()
  const released: string[] = []
  let client: pg.Client | undefined

  const lose = (broken: pg.Client, error?: Error) => {
    if (client !== broken) return
    client = undefined
    log.warn({ err: error }, 'Lost the connection that holds the leases; others may take them')
    released.length = 0
    for (const claim of claims.values()) drop(claim)
    broken.end().catch(() => undefined)
  }

  const connect = async (): Promise<pg.Client> => {
    const fresh = new pg.Client({
      ...connection,
      keepAlive: true,
      connectionTimeoutMillis: timeoutMs,
      query_timeout: timeoutMs,
    })
    fresh.on('error', (error) => lose(fresh, error))
    fresh.on('end', () => lose(fresh))
    try {
      await fresh.connect()
      await fresh.query(detectVanishedNode)
    } catch (error) {
      fresh.end().catch(() => undefined)
      throw error
    }
    client = fresh
    return fresh
  }

  const tryAll = async (holder: pg.Client): Promise<void> => {
    const wanted = new Map([...claims].filter(([, { held }]) => !held))
    const { rows } = await holder.query<{ name: string }>(
      `SELECT name FROM unnest($1::text[]) AS wanted(name)
       WHERE pg_try_advisory_lock(hashtext('leases'), hashtext(name))`,
      [[...wanted.keys()]],
    )
    for (const { name } of rows) {
      const claim = wanted.get(name)
      if (client !== holder) return
      if (!claim || claims.get(name) !== claim) giveBack(name)
      else gain(claim)
    }
  }

  const gain = (claim: Claim) => {
    claim.held = new AbortController()
    claim.onGained()
  }

  const giveBack = (name: string) => {
    released.push(name)
    attempts.wake()
  }

  const unlock = async (holder: pg.Client): Promise<void> => {
    const names = released.splice(0)
    if (names.length === 0) return
    await holder.query(
      "SELECT pg_advisory_unlock(hashtext('leases'), hashtext(name)) FROM unnest($1::text[]) AS name",
      [names],
    )
  }

  const attempts = createWakeable({
    pollMs: retryMs,
    step: async () => {
      if (claims.size === 0 && released.length === 0) return false
      const holder = client ?? (await connect())
      try {
        await unlock(holder)
        await tryAll(holder)
      } catch (error) {
        lose(holder, error as Error)
      }
      return false
    },
    onError: (error) => log.warn({ err: error }, 'The leases are out of reach; trying again'),
  })

  const release = (name: string, claim: Claim): void => {
    if (claims.get(name) !== claim) return
    claims.delete(name)
    if (claim.held) giveBack(name)
    drop(claim)
  }

  return {
    claim: (name, onGained) => {
      if (claims.has(name)) throw new Error(`The lease ${name} is claimed in this process already`)
      const claim: Claim = { onGained }
      claims.set(name, claim)
      attempts.wake()
      return { held: () => claim.held?.signal, release: () => release(name, claim) }
    },
    stop: async () => {
      await attempts.stop()
      for (const claim of claims.values()) drop(claim)
      const last = client
      client = undefined
      await last?.end().catch(() => undefined)
    },
  }
}

const drop = (claim: Claim): void => {
  claim.held?.abort()
  claim.held = undefined
}
