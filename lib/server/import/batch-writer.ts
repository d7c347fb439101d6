import { setTimeout as pause } from 'node:timers/promises'
import type { Append, AppendResult, EventStore } from '../store/event-store'

/** Enough to keep the store's batches full, and few enough to hold in memory. */
const eventsUnderWay = 2_000

/** What became of an append, once it is settled. */
export type Settled = Exclude<AppendResult, { type: 'overloaded' }>

/** Keeps the store busy with appends, and tells what became of each. */
export const createBatchWriter = (store: Pick<EventStore, 'append'>) => {
  const underWay = new Set<Promise<void>>()
  let events = 0

  /** Where too much waits already, its turn comes later: nothing is left out. */
  const settle = async (append: Append): Promise<Settled> => {
    for (;;) {
      const result = await store.append(append)
      if (result.type !== 'overloaded') return result
      await pause(result.retryAfterMs)
    }
  }

  return {
    /** Waits while enough is under way. @throws what the store or `onResult` throws, for whichever append. */
    add: async (append: Append, onResult: (result: Settled) => Promise<void> | void): Promise<void> => {
      while (events >= eventsUnderWay) await Promise.race(underWay)
      events += append.events.length
      const writing = settle(append)
        .then(onResult)
        .finally(() => {
          events -= append.events.length
          underWay.delete(writing)
        })
      // Whoever awaits it hears of a failure; until then it must not count as unheard.
      writing.catch(() => undefined)
      underWay.add(writing)
    },
    /** Waits for all that is under way. */
    flush: async (): Promise<void> => {
      await Promise.all(underWay)
    },
  }
}

export type BatchWriter = ReturnType<typeof createBatchWriter>
