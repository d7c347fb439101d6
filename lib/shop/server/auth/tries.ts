import { LRUCache } from 'lru-cache'
import type { TooManyTries } from '../../wire/password'

export interface Tries {
  /** Counts a try before it is known how it ends, so that many at once count as many. */
  readonly begin: (key: string) => TooManyTries | undefined
  /** It was the right one: what was tried before counts no more. */
  readonly succeeded: (key: string) => void
}

interface TryOptions {
  /** So many cost nothing. */
  readonly free: number
  /** The wait after the first that isn't free; each next one doubles it. */
  readonly firstWaitMs: number
  readonly longestWaitMs: number
  /** Milliseconds that only go forwards. */
  readonly now: () => number
}

/** Forgotten after so long without a try. */
const forgottenAfterMs = 60 * 60 * 1000
const mostKeys = 50_000

interface Tried {
  readonly count: number
  readonly waitUntil: number
}

/** Lets each key be tried ever more slowly while it fails: somebody who guesses a password gets nowhere, who mistyped it waits seconds. */
export const createTries = ({ free, firstWaitMs, longestWaitMs, now }: TryOptions): Tries => {
  const tried = new LRUCache<string, Tried>({
    max: mostKeys,
    ttl: forgottenAfterMs,
    ttlResolution: 0,
    perf: { now },
  })
  return {
    begin: (key) => {
      const { count, waitUntil } = tried.get(key) ?? { count: 0, waitUntil: 0 }
      const wait = waitUntil - now()
      if (wait > 0) return { type: 'TooManyTries', retryAfterSeconds: Math.ceil(wait / 1000) }
      const next = count + 1
      const pause = next < free ? 0 : Math.min(firstWaitMs * 2 ** (next - free), longestWaitMs)
      tried.set(key, { count: next, waitUntil: pause > 0 ? now() + pause : 0 })
      return undefined
    },
    succeeded: (key) => {
      tried.delete(key)
    },
  }
}

/** How often a password may be tried: of one account, whoever tries. */
export const createPasswordTries = (now: () => number): Tries =>
  createTries({ free: 10, firstWaitMs: 1_000, longestWaitMs: 5 * 60_000, now })
