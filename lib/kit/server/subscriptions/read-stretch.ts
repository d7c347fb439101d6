import type { RecordedEvent } from '../../events/recorded-event'
import type { UnreadableEvent } from '../../events/unreadable-event'
import type { EventFilters, Partition } from '../store/event-store'
import { readReadable } from '../store/read-readable'
import { eventsFor } from './events-for'
import type { SubscriptionDependencies } from './runner'

/** So many batches' positions are looked through at once: each part of the log once, whatever the filter lets through. */
const batches = 10

export interface StretchRequest {
  readonly after: number
  readonly upTo: number
  /** Of the events that the filter lets through. */
  readonly limit: number
  readonly filter?: EventFilters | undefined
  readonly partition?: Partition | undefined
}

/** The events of a part of the log, all that a filter lets through up to a position. */
export interface Stretch {
  readonly events: readonly RecordedEvent[]
  readonly to: number
  /** What stands directly after it and can't be read. */
  readonly unreadable?: UnreadableEvent | undefined
}

/** What comes next in the log: from memory where the tail has just had it, else read. */
export const readStretch = async (
  { store, recent }: Pick<SubscriptionDependencies, 'store' | 'recent'>,
  request: StretchRequest,
): Promise<Stretch> => {
  const { after, limit, filter, partition = { of: 1, nth: 0 } } = request
  const upTo = Math.min(request.upTo, after + limit * partition.of * batches)
  // Which streams are in a partition only Postgres knows.
  const known = partition.of === 1 && recent && upTo <= recent.end() ? recent.after(after) : undefined
  if (known) {
    const found = eventsFor(known, filter).filter(({ position }) => position <= upTo)
    return stretchOf(found.slice(0, limit), { after, upTo, limit })
  }
  const { events, unreadable } = await readReadable(store, { after, upTo, limit, filter, partition })
  return { ...stretchOf(events, { after, upTo: unreadable ? after : upTo, limit }), unreadable }
}

/** Also past what the filter left out: who waits for it to have seen a position needn't know the filter. */
const stretchOf = (
  events: readonly RecordedEvent[],
  { after, upTo, limit }: Pick<StretchRequest, 'after' | 'upTo' | 'limit'>,
): Stretch => ({
  events,
  to: Math.max(events.length < limit ? upTo : after, events.at(-1)?.position ?? after),
})
