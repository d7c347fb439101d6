import type { CheckedOperation, LoggedEvent, Violation } from './operation'

/** An operation at its place: appends at whole numbers, what only looked at a version between them. */
interface Placed {
  readonly place: number
  readonly operation: CheckedOperation
}

/**
 * Do the places agree with time? When they do, each operation can be thought of as having happened at one moment
 * between its call and its answer: the history is linearizable.
 */
const reordered = (placed: readonly Placed[]): Violation[] => {
  const inOrder = [...placed].sort(
    (one, other) => one.place - other.place || one.operation.calledAt - other.operation.calledAt,
  )
  const violations: Violation[] = []
  let latest: CheckedOperation | undefined
  for (const { operation } of inOrder) {
    if (latest && operation.answeredAt < latest.calledAt) {
      violations.push({ type: 'Reordered', earlier: operation, later: latest })
    }
    if (!latest || operation.calledAt > latest.calledAt) latest = operation
  }
  return violations
}

/** All that was written, by position: a reader of the log sees things in the order they happened in. */
export const checkLogOrder = (
  log: readonly LoggedEvent[],
  writerOf: ReadonlyMap<string, CheckedOperation>,
): Violation[] =>
  reordered(
    log.flatMap(({ eventId, position }) => {
      const operation = writerOf.get(eventId)
      return operation ? [{ place: position, operation }] : []
    }),
  )

interface OfStream extends Placed {
  readonly stream: string
}

/** Each stream by itself, by version, together with the conflicts that saw it at a version. */
export const checkStreamOrder = (
  operations: readonly CheckedOperation[],
  byId: ReadonlyMap<string, LoggedEvent>,
): Violation[] => {
  const appended = operations.flatMap((operation) => appendsOf(operation, byId))
  const refused = operations.flatMap(conflictsOf)
  const moments = new Set(appended.map(({ stream, place }) => `${stream}@${place}`))
  const isMoment = ({ stream, place }: OfStream) => place === 0.5 || moments.has(`${stream}@${place - 0.5}`)
  const groundless = refused.filter((conflict) => !isMoment(conflict))
  return [
    ...groundless.map(({ operation }) => ({ type: 'GroundlessConflict', operation }) as const),
    ...byStream([...appended, ...refused.filter(isMoment)]).flatMap(reordered),
  ]
}

const appendsOf = (operation: CheckedOperation, byId: ReadonlyMap<string, LoggedEvent>): OfStream[] =>
  operation.appends.flatMap(({ stream, eventIds }) => {
    const last = byId.get(eventIds.at(-1) ?? '')
    return last ? [{ stream, place: last.version, operation }] : []
  })

/** Right behind the version it saw, before the next one. */
const conflictsOf = (operation: CheckedOperation): OfStream[] => {
  const { appends, outcome } = operation
  if (outcome.type !== 'refused') return []
  return appends.flatMap(({ stream }, nth) => {
    const actual = outcome.actual[nth] ?? null
    return actual === null ? [] : [{ stream, place: actual + 0.5, operation }]
  })
}

const byStream = (all: readonly OfStream[]): OfStream[][] => {
  const streams = new Map<string, OfStream[]>()
  for (const placed of all) {
    const others = streams.get(placed.stream)
    if (others) others.push(placed)
    else streams.set(placed.stream, [placed])
  }
  return [...streams.values()]
}
