import { setTimeout as sleep } from 'node:timers/promises'

const graceMs = 5_000

/** Waits for what is under way when we stop, but not for ever. */
export const withinGrace = async (underWay: Iterable<Promise<unknown>>): Promise<void> => {
  const patience = new AbortController()
  const enough = sleep(graceMs, undefined, { signal: patience.signal }).catch(() => undefined)
  await Promise.race([Promise.allSettled(underWay), enough])
  patience.abort()
}
