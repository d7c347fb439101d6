import type { AppendCondition, ExpectedVersion } from '../../server/store/event-store'

export interface Attempt {
  /** Type and id, as `notebook/42`. */
  readonly stream: string
  readonly expected: ExpectedVersion
  readonly eventIds: readonly string[]
}

export type CheckedOutcome =
  /** Where the last event of each append came to stand; for one of no events, what its check saw. */
  | { readonly type: 'written'; readonly heads: readonly CheckedHead[] }
  /** Nothing was appended; `actual` has the version of each append's stream that was not as expected. */
  | { readonly type: 'refused'; readonly actual: readonly (number | null)[] }
  /** The condition did not hold for the event at the position. */
  | { readonly type: 'outdated'; readonly position: number }
  /** There was no answer, or an error: it may have been written or not. */
  | { readonly type: 'unknown' }

export interface CheckedHead {
  readonly version: number
  readonly position: number
}

/** What a writer asked of the log, when, and what it was told. */
export interface CheckedOperation {
  /** Written all or none. */
  readonly appends: readonly Attempt[]
  readonly condition?: AppendCondition | undefined
  /** Microseconds of a clock that all writers share. */
  readonly calledAt: number
  /** Infinite while the outcome is unknown: it may still take effect. */
  readonly answeredAt: number
  readonly outcome: CheckedOutcome
}

/** An event of the log, as far as a check looks at it. */
export interface LoggedEvent {
  readonly eventId: string
  readonly stream: string
  readonly version: number
  readonly position: number
  readonly type: string
  readonly tags: readonly string[]
}

export type Violation =
  /** The log itself: a number is missing or out of order, an event stands there twice, or nobody asked for it. */
  | { readonly type: 'PositionGap' | 'VersionGap' | 'Doubled' | 'Unasked'; readonly event: LoggedEvent }
  | { readonly type: BrokenPromise; readonly operation: CheckedOperation }
  /** One had its answer before the other was called, but stands behind it. */
  | { readonly type: 'Reordered'; readonly earlier: CheckedOperation; readonly later: CheckedOperation }

export type BrokenPromise =
  /** Acknowledged, and not in the log. */
  | 'Lost'
  /** Refused, and in the log. */
  | 'Kept'
  /** Some of its events are in the log, some not, or others stand between them. */
  | 'Torn'
  /** Not where the answer said. */
  | 'Misplaced'
  /** Written on a version that wasn't expected. */
  | 'UnexpectedVersion'
  /** Written though its condition didn't hold. */
  | 'BrokenCondition'
  /** Refused for a version that the stream never was at, or that was the expected one. */
  | 'GroundlessConflict'
  /** Refused for an event that its condition doesn't ask for. */
  | 'GroundlessCondition'
  /** A check that held, of a version that its stream wasn't at, or that wasn't expected. */
  | 'GroundlessCheck'
