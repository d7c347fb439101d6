import type { Append, AppendResult, EventStore } from '../store/event-store'

/** Enough to keep the store's batches full, and few enough to hold in memory. */
const eventsUnderWay = 2_000

/** Keeps the store busy with appends, and tells what became of each. */
export const createBatchWriter = (
  store: EventStore,
  onResult: (append: Append, result: AppendResult) => void,
) => {
  const underWay = new Set<Promise<void>>()
  let events = 0

  const write = async (append: Append): Promise<void> => {
    onResult(append, await store.append(append))
  }

  return {
    /** Waits while enough is under way. @throws what the store throws, for whichever append. */
    add: async (append: Append): Promise<void> => {
      while (events >= eventsUnderWay) await Promise.race(underWay)
      events += append.events.length
      const writing = write(append).finally(() => {
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
