import type { AppendCondition, ExpectedVersion } from '../../server/store/event-store'
import type { Attempt, BrokenPromise, CheckedHead, CheckedOperation, LoggedEvent } from './operation'

/** The log, to look things up in. */
export interface LogIndex {
  readonly log: readonly LoggedEvent[]
  readonly byId: ReadonlyMap<string, LoggedEvent>
}

/** Did an operation come to what its answer says? `undefined` when it did. */
export const brokenPromiseOf = (operation: CheckedOperation, index: LogIndex): BrokenPromise | undefined => {
  const { appends, outcome } = operation
  const found = appends.map(({ eventIds }) => eventIds.flatMap((id) => index.byId.get(id) ?? []))
  const asked = appends.reduce((sum, { eventIds }) => sum + eventIds.length, 0)
  const kept = found.reduce((sum, events) => sum + events.length, 0)
  if (kept > 0 && outcome.type !== 'written' && outcome.type !== 'unknown') return 'Kept'
  if (asked === 0 && outcome.type === 'written') return misjudged(operation, outcome.heads, index)
  if (kept === 0 && outcome.type === 'written') return 'Lost'
  if (kept !== 0 && kept !== asked) return 'Torn'
  return kept === 0 ? groundless(operation, index) : misdone(operation, found, index)
}

/** Of an operation that is in the log. */
const misdone = (
  { appends, condition, outcome }: CheckedOperation,
  found: readonly (readonly LoggedEvent[])[],
  { log }: LogIndex,
): BrokenPromise | undefined => {
  if (!found.every(isInOnePiece)) return 'Torn'
  const heads = outcome.type === 'written' ? outcome.heads : undefined
  const writing = appends.flatMap((append, nth) => {
    const events = found[nth] ?? []
    return append.eventIds.length > 0 ? [{ append, events, head: heads?.[nth] }] : []
  })
  if (heads && !writing.every(({ events, head }) => endsAt(events, head))) return 'Misplaced'
  const isPlaced = ({ append, events }: (typeof writing)[0]) =>
    events.every(({ stream }) => stream === append.stream)
  if (!writing.every(isPlaced)) return 'Misplaced'
  const isExpected = ({ append, events }: (typeof writing)[0]) =>
    holds(append.expected, (events[0]?.version ?? 0) - 1)
  if (!writing.every(isExpected)) return 'UnexpectedVersion'
  if (heads && !areGrounded(appends, heads, log)) return 'GroundlessCheck'
  const first = writing[0]?.events[0]?.position ?? 0
  return log.slice(0, first - 1).some((event) => breaks(condition, event)) ? 'BrokenCondition' : undefined
}

/** Of an operation that held and had nothing to write. */
const misjudged = (
  { appends, condition }: CheckedOperation,
  heads: readonly CheckedHead[],
  { log }: LogIndex,
): BrokenPromise | undefined => {
  if (!areGrounded(appends, heads, log)) return 'GroundlessCheck'
  const seen = log.slice(0, heads[0]?.position ?? 0)
  return seen.some((event) => breaks(condition, event)) ? 'BrokenCondition' : undefined
}

/** Those of no events: was each stream at the version that was told, where the log ended then, and is it the expected one? */
const areGrounded = (
  appends: readonly Attempt[],
  heads: readonly CheckedHead[],
  log: readonly LoggedEvent[],
): boolean =>
  appends.every(({ stream, expected, eventIds }, nth) => {
    const { version, position } = heads[nth] ?? { version: -1, position: 0 }
    const seen = log.slice(0, position).filter((event) => event.stream === stream).length
    return eventIds.length > 0 || (seen === version && holds(expected, version))
  })

/** Of an operation that isn't in the log. */
const groundless = (
  { appends, condition, outcome }: CheckedOperation,
  { log }: LogIndex,
): BrokenPromise | undefined => {
  if (outcome.type === 'outdated') {
    const event = log[outcome.position - 1]
    return event && breaks(condition, event) ? undefined : 'GroundlessCondition'
  }
  if (outcome.type !== 'refused') return undefined
  const isGround = ({ expected }: Attempt, nth: number) => {
    const actual = outcome.actual[nth] ?? null
    return actual === null || !holds(expected, actual)
  }
  return appends.every(isGround) ? undefined : 'GroundlessConflict'
}

const isInOnePiece = (events: readonly LoggedEvent[]): boolean =>
  events.every(
    ({ version, position }, nth) =>
      version === (events[0]?.version ?? 0) + nth && position === (events[0]?.position ?? 0) + nth,
  )

const endsAt = (events: readonly LoggedEvent[], head: CheckedHead | undefined): boolean => {
  const last = events.at(-1)
  return last?.version === head?.version && last?.position === head?.position
}

const holds = (expected: ExpectedVersion, version: number): boolean => {
  if (expected === 'any') return true
  if (expected === 'exists') return version > 0
  return version === (expected === 'none' ? 0 : expected)
}

const breaks = (
  condition: AppendCondition | undefined,
  { type, tags: its, position }: LoggedEvent,
): boolean =>
  condition?.queries.some(
    ({ types, tags = [], after = condition.after ?? 0 }) =>
      position > after && (!types || types.includes(type)) && tags.every((tag) => its.includes(tag)),
  ) ?? false
