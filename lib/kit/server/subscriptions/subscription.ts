import type { RecordedEvent } from '../../events/recorded-event'
import type { UnreadableEvent } from '../../events/unreadable-event'
import type { Sql } from '../postgres/sql'
import type { Write } from '../postgres/write'
import { checkLimit, checkPartition, checkPosition } from '../store/check-read'
import type { EventFilters } from '../store/event-store'

/** Handles events in a transaction of this database: its writes and the checkpoint commit together, exactly once. */
export interface TransactionHandler {
  readonly type: 'transaction'
  readonly apply: (sql: Sql, events: readonly RecordedEvent[]) => Promise<void>
}

/**
 * Makes rows of events: what it writes and the checkpoint commit together, exactly once, in one statement, which it shares
 * with others that follow the log at the same place.
 */
export interface RowsHandler {
  readonly type: 'rows'
  readonly write: (events: readonly RecordedEvent[]) => Promise<readonly Write[]>
}

/**
 * Does something outside of this database: the checkpoint follows it, so it happens at least once. While nothing of the log
 * is for it, it goes on with others that follow at the same place, and costs nothing.
 */
export interface EffectHandler {
  readonly type: 'effect'
  /** `signal` says that another may have taken over: what is done after it is done twice. */
  readonly deliver: (events: readonly RecordedEvent[], signal: AbortSignal) => Promise<void>
  /** Takes care of an event that can't be read, so that it is passed over; left out, it is parked. */
  readonly setAside?: ((event: UnreadableEvent, signal: AbortSignal) => Promise<void>) | undefined
}

/** What follows the log under a name, each event of a stream after the one before it. */
export interface Subscription {
  readonly name: string
  /** Where it begins when it is first seen: after a position, for instance. */
  readonly startFrom: 'beginning' | 'now' | number
  readonly filter?: EventFilters | undefined
  /** Runners that share the work by stream; 1 when left out. */
  readonly partitions?: number | undefined
  /** How many events are handled at once; 200 when left out. */
  readonly batchSize?: number | undefined
  /** While much comes it may be a moment behind the others at the log's end, so that it goes on for more at once. */
  readonly isUnhurried?: boolean | undefined
  /** What becomes of it when an event can't be handled, however often it is tried: the event is parked in either case. */
  readonly onPoison: 'stop' | 'skip'
  readonly handler: RowsHandler | TransactionHandler | EffectHandler
}

/** Few enough that nobody who is served by the same process waits long for what is made of them. */
const defaultBatchSize = 200

export const batchSizeOf = ({ batchSize = defaultBatchSize }: Subscription): number => batchSize

/** May it go together with others: has it one runner? */
export const isSociable = ({ partitions = 1 }: Subscription): boolean => partitions === 1

/** @throws InvalidRead when its numbers can't be */
export const checkSubscription = ({ partitions = 1, batchSize = 1, startFrom }: Subscription): void => {
  checkPartition({ of: partitions, nth: 0 })
  checkLimit(batchSize, 1)
  if (typeof startFrom === 'number') checkPosition(startFrom)
}
