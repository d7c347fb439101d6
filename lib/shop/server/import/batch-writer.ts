import { setTimeout as pause } from 'node:timers/promises'
import type { Append, AppendResult, EventStore } from '../../../kit/server/store/event-store'

/**
 * Events under way at once. By itself, enough to keep the store's batches full, and few enough to hold in memory;
 * beside an open shop as many as are written while nobody notices.
 */
const eventsUnderWay = { alone: 2_000, givingWay: 200 }
const longestRestMs = 250

/** What became of an append, once it is settled. */
export type Settled = Exclude<AppendResult, { type: 'overloaded' }>

interface Options {
  /** Are there people whose commands come first? */
  readonly givesWay?: (() => boolean) | undefined
  readonly rest?: (ms: number) => Promise<unknown>
}

/**
 * Keeps the store busy with appends, and tells what became of each. Where it gives way it writes a little, and then
 * leaves the log to others for as long as that took.
 */
export const createBatchWriter = (
  store: Pick<EventStore, 'append'>,
  { givesWay = () => false, rest = pause }: Options = {},
) => {
  const underWay = new Set<Promise<void>>()
  let events = 0
  let begun = performance.now()

  /** Where too much waits already, its turn comes later: nothing is left out. */
  const settle = async (append: Append): Promise<Settled> => {
    for (;;) {
      const result = await store.append(append)
      if (result.type !== 'overloaded') return result
      await rest(result.retryAfterMs)
    }
  }

  const flush = async (): Promise<void> => {
    await Promise.all(underWay)
  }

  const makeRoom = async (): Promise<void> => {
    while (events >= eventsUnderWay.alone) await Promise.race(underWay)
    if (!givesWay() || events < eventsUnderWay.givingWay) return
    await flush()
    await rest(Math.min(performance.now() - begun, longestRestMs))
    begun = performance.now()
  }

  return {
    /** Waits while enough is under way. @throws what the store or `onResult` throws, for whichever append. */
    add: async (append: Append, onResult: (result: Settled) => Promise<void> | void): Promise<void> => {
      await makeRoom()
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
    flush,
  }
}

export type BatchWriter = ReturnType<typeof createBatchWriter>
