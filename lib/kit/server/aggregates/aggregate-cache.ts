import { LRUCache } from 'lru-cache'
import type { Folded } from './aggregate'

const limits = { max: 20_000, maxSize: 64 * 2 ** 20 }

/**
 * The states last worked with. They may be behind the log: what is decided on one is appended at its version,
 * so that the log refuses it then.
 */
export const createAggregateCache = () => {
  const cache = new LRUCache<string, Folded<unknown>>(limits)
  return {
    get: <State>(key: string): Folded<State> | undefined => cache.get(key) as Folded<State> | undefined,
    /** `size` in bytes. The newer of two states stays. */
    set: <State>(key: string, folded: Folded<State>, size: number): void => {
      const known = cache.peek(key)
      if (!known || known.version <= folded.version) cache.set(key, folded, { size })
    },
  }
}

export type AggregateCache = ReturnType<typeof createAggregateCache>
