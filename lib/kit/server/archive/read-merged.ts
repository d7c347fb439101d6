import type { RecordedEvent } from '../../events/recorded-event'
import type { Sql } from '../postgres/sql'
import type { ReadAll } from '../store/event-store'
import { matches } from '../store/matches'
import type { OpenArchived } from './open-archived'
import { type Page, readPage } from './read-page'
import { retryIfMoved } from './retry-if-moved'
import type { Tombstone } from './tombstone'

/** However many archived streams a page runs through, so few are held whole. */
const opensAtOnce = 8

/** A page of the log, as it was written, with the archived events at their places. @throws ArchiveUnreadable, IndexBehind */
export const readMerged = async (sql: Sql, open: OpenArchived, range: ReadAll): Promise<RecordedEvent[]> => {
  const found: RecordedEvent[] = []
  for (let rest = range; ; ) {
    const { events, reached } = await retryIfMoved(sql, () => readSegment(sql, open, rest))
    for (const event of events) found.push(event)
    if (found.length >= range.limit || reached === undefined) {
      return found.slice(0, range.limit)
    }
    rest = restOf(range, reached, range.limit - found.length)
  }
}

const restOf = (range: ReadAll, reached: number, limit: number): ReadAll =>
  range.direction === 'backwards'
    ? { ...range, upTo: reached - 1, limit }
    : { ...range, after: reached, limit }

/** All from where the range begins to where it got, or at least as many as are wanted. */
const readSegment = async (
  sql: Sql,
  open: OpenArchived,
  range: ReadAll,
): Promise<Pick<Page, 'events' | 'reached'>> => {
  const page = await readPage(sql, range)
  if (page.tombstones.length === 0) return page
  const isWithin = within(range, page.reached)
  const events = page.events.filter(isWithin)
  const overlapping = page.tombstones.filter((tombstone) => overlaps(tombstone, range, page.reached))
  for (let at = 0; at < overlapping.length; at += opensAtOnce) {
    const archived = await Promise.all(overlapping.slice(at, at + opensAtOnce).map(open))
    for (const entry of archived.flat()) {
      if (isWithin(entry.event) && matches(range.filter, entry)) events.push(entry.event)
    }
  }
  return { events: sorted(events, range), reached: page.reached }
}

const within = ({ after = 0, upTo = Number.MAX_SAFE_INTEGER, direction }: ReadAll, reached?: number) => {
  const [lowest, highest] =
    direction === 'backwards' ? [reached ?? after + 1, upTo] : [after + 1, reached ?? upTo]
  return ({ position }: RecordedEvent): boolean => position >= lowest && position <= highest
}

const overlaps = (
  { firstPosition, lastPosition }: Tombstone,
  { direction }: ReadAll,
  reached: number | undefined,
): boolean =>
  reached === undefined || (direction === 'backwards' ? lastPosition >= reached : firstPosition <= reached)

const sorted = (events: RecordedEvent[], { direction }: ReadAll): RecordedEvent[] =>
  events.sort((one, other) =>
    direction === 'backwards' ? other.position - one.position : one.position - other.position,
  )
