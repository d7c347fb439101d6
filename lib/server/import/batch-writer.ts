import type { Append, AppendResult, EventStore } from '../store/event-store'

/**
 * Events in one call: enough to make the round trip cheap. Not more, since Prisma keeps the arguments of its
 * last hundred queries in memory.
 */
const eventsPerCall = 250
/** While the database writes one, the next is made. */
const callsAtOnce = 2

/** Sends appends to the store many at a time, and tells what became of each. */
export const createBatchWriter = (
  store: EventStore,
  onResult: (append: Append, result: AppendResult) => void,
) => {
  let batch: Append[] = []
  let events = 0
  const underWay: Promise<void>[] = []

  const write = async (appends: readonly Append[]): Promise<void> => {
    const results = await store.append(...appends)
    for (const [index, append] of appends.entries()) onResult(append, results[index] as AppendResult)
  }

  const send = async (): Promise<void> => {
    while (underWay.length >= callsAtOnce) await underWay.shift()
    if (batch.length === 0) return
    const writing = write(batch)
    // Whoever awaits it hears of a failure; until then it must not count as unheard.
    writing.catch(() => undefined)
    underWay.push(writing)
    batch = []
    events = 0
  }

  /** Waits for what is under way; forgets what wasn't sent. */
  const stop = async (): Promise<void> => {
    await Promise.all(underWay.splice(0))
  }

  return {
    add: async (append: Append): Promise<void> => {
      batch.push(append)
      events += append.events.length
      if (events >= eventsPerCall) await send()
    },
    /** Sends what is left and waits for all. */
    flush: async (): Promise<void> => {
      await send()
      await stop()
    },
    stop,
  }
}

export type BatchWriter = ReturnType<typeof createBatchWriter>
