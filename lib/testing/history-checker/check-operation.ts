import type { EventQuery, ExpectedVersion } from '../../server/store/event-store'
import type { Attempt, BrokenPromise, Head, LoggedEvent, Operation } from './operation'

/** The log, to look things up in. */
export interface LogIndex {
  readonly log: readonly LoggedEvent[]
  readonly byId: ReadonlyMap<string, LoggedEvent>
}

/** Did an operation come to what its answer says? `undefined` when it did. */
export const brokenPromiseOf = (operation: Operation, index: LogIndex): BrokenPromise | undefined => {
  const { appends, outcome } = operation
  const found = appends.map(({ eventIds }) => eventIds.flatMap((id) => index.byId.get(id) ?? []))
  const asked = appends.reduce((sum, { eventIds }) => sum + eventIds.length, 0)
  const kept = found.reduce((sum, events) => sum + events.length, 0)
  if (kept > 0 && outcome.type !== 'written' && outcome.type !== 'unknown') return 'Kept'
  if (kept === 0 && outcome.type === 'written') return 'Lost'
  if (kept !== 0 && kept !== asked) return 'Torn'
  return kept === 0 ? groundless(operation, index) : misdone(operation, found, index)
}

/** Of an operation that is in the log. */
const misdone = (
  { appends, condition, outcome }: Operation,
  found: readonly (readonly LoggedEvent[])[],
  { log }: LogIndex,
): BrokenPromise | undefined => {
  if (!found.every(isInOnePiece)) return 'Torn'
  const heads = outcome.type === 'written' ? outcome.heads : undefined
  if (heads && !found.every((events, nth) => endsAt(events, heads[nth]))) return 'Misplaced'
  const isPlaced = (append: Attempt, events: readonly LoggedEvent[]) =>
    events.every(({ stream }) => stream === append.stream)
  if (!appends.every((append, nth) => isPlaced(append, found[nth] ?? []))) return 'Misplaced'
  const isExpected = ({ expected }: Attempt, nth: number) =>
    holds(expected, (found[nth]?.[0]?.version ?? 0) - 1)
  if (!appends.every(isExpected)) return 'UnexpectedVersion'
  const first = found[0]?.[0]?.position ?? 0
  const between = condition ? log.slice(condition.after, first - 1) : []
  return between.some((event) => asksFor(condition?.queries, event)) ? 'BrokenCondition' : undefined
}

/** Of an operation that isn't in the log. */
const groundless = (
  { appends, condition, outcome }: Operation,
  { log }: LogIndex,
): BrokenPromise | undefined => {
  if (outcome.type === 'outdated') {
    const event = log[outcome.position - 1]
    const isGround = event && event.position > (condition?.after ?? 0) && asksFor(condition?.queries, event)
    return isGround ? undefined : 'GroundlessCondition'
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

const endsAt = (events: readonly LoggedEvent[], head: Head | undefined): boolean => {
  const last = events.at(-1)
  return last?.version === head?.version && last?.position === head?.position
}

const holds = (expected: ExpectedVersion, version: number): boolean => {
  if (expected === 'any') return true
  if (expected === 'exists') return version > 0
  return version === (expected === 'none' ? 0 : expected)
}

const asksFor = (queries: readonly EventQuery[] = [], { type, tags: its }: LoggedEvent): boolean =>
  queries.some(
    ({ types, tags = [] }) => (!types || types.includes(type)) && tags.every((tag) => its.includes(tag)),
  )
