import { setTimeout as pause } from 'node:timers/promises'
import type { RecordedEvent } from '../../events/recorded-event'
import type { EventFilter, EventStore, Partition } from '../store/event-store'

export interface PositionRange {
  readonly filter: EventFilter
  /** The position it begins after. */
  readonly after: number
  /** The position it ends at. */
  readonly upTo: number
  readonly partition?: Partition | undefined
}

/** A part of the log that was read, up to a position. */
export interface Stretch {
  readonly events: readonly RecordedEvent[]
  readonly upTo: number
}

/** How it goes along a range. */
interface Pace {
  readonly signal?: AbortSignal | undefined
  /** Are there people whose commands come first? Then it goes in small steps, and leaves the machine to others between them. */
  readonly givesWay?: (() => boolean) | undefined
  readonly rest?: (ms: number) => Promise<unknown>
}

const batchSize = { alone: 5_000, givingWay: 500 }
const longestRestMs = 250

/**
 * Hands a range of the log on in batches, reading the next one while one is being applied. Throws when the
 * signal aborts.
 *
 * It reads stretches of positions, not so and so many events: however few of them the filter lets through, each
 * part of the log is looked at once.
 */
export const applyRange = async (
  store: Pick<EventStore, 'readAll'>,
  { after, upTo, ...range }: PositionRange,
  applyBatch: (stretch: Stretch) => Promise<void>,
  { signal, givesWay = () => false, rest = pause }: Pace = {},
): Promise<void> => {
  const read = async (from: number): Promise<Stretch | undefined> => {
    if (from >= upTo) return undefined
    const length = (givesWay() ? batchSize.givingWay : batchSize.alone) * (range.partition?.of ?? 1)
    const end = Math.min(from + length, upTo)
    return { events: await store.readAll({ ...range, after: from, upTo: end, limit: length }), upTo: end }
  }
  let reading = read(after)
  for (;;) {
    signal?.throwIfAborted()
    const begun = performance.now()
    const stretch = await reading
    if (!stretch) return
    reading = read(stretch.upTo)
    // Should applying fail first, this must not go unheard.
    reading.catch(() => undefined)
    await applyBatch(stretch)
    if (givesWay()) await rest(Math.min(performance.now() - begun, longestRestMs))
  }
}
