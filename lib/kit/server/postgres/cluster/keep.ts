import { setTimeout as delay } from 'node:timers/promises'
import type { PresenceClient } from './attach'
import { backoffMs } from './backoff'
import { bringBack } from './bring-back'
import type { Joined } from './joined'

/** Up for so long, Postgres counts as well; one that dies sooner is brought back ever more slowly. */
const wellAfterMs = 10_000

export interface Keeper {
  /** Ends the keeping, at once. Gives what was joined with the connection of now, which is broken if Postgres is down. */
  readonly release: () => Promise<Joined>
}

/** Keeps Postgres running and us present in it: when it is gone, brings it back on the same port, however long it takes. */
export const keep = (joined: Joined, log: (line: string) => void): Keeper => {
  const released = new AbortController()
  const { signal } = released
  let client: PresenceClient
  let upSince: number
  let failures = 0
  let recovering = Promise.resolve()

  const watch = (present: PresenceClient) => {
    client = present
    upSince = performance.now()
    // Being present must not keep a process alive that has nothing else to do, or has failed.
    present.unref()
    present.once('end', () => {
      if (!signal.aborted) recovering = recover()
    })
  }

  const recover = async () => {
    const lostAt = performance.now()
    if (lostAt - upSince > wellAfterMs) failures = 0
    log(`Postgres on port ${joined.port} is gone, bringing it back`)
    let said: string | undefined
    while (await waitForNextTry()) {
      const result = await bringBack(joined, signal)
      if (result.type === 'present') {
        watch(result.client)
        log(`Postgres is back on port ${joined.port} after ${Math.round(performance.now() - lostAt)} ms`)
        return
      }
      if (result.type === 'away' && result.reason !== said && !signal.aborted) {
        said = result.reason
        log(`Postgres is not back yet, trying on: ${said}`)
      }
    }
  }

  const waitForNextTry = async () => {
    await delay(backoffMs(failures++, Math.random()), undefined, { ref: false, signal }).catch(() => {})
    return !signal.aborted
  }

  watch(joined.client)
  return {
    release: async () => {
      released.abort()
      await recovering
      return { ...joined, client }
    },
  }
}
