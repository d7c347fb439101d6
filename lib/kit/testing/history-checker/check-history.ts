import { checkLog } from './check-log'
import { brokenPromiseOf } from './check-operation'
import { checkLogOrder, checkStreamOrder } from './check-order'
import type { CheckedOperation, LoggedEvent, Violation } from './operation'

/**
 * Holds what all writers did and were told against the log as it stands at the end (all of it, by position).
 * Nothing found means: positions and versions have no gaps; what was acknowledged stands there once and where the
 * answer said, what was refused doesn't; appends were written on the version they expected; and operations can be
 * thought of as having happened one after another, each between its call and its answer (linearizable).
 */
export const checkHistory = (
  operations: readonly CheckedOperation[],
  log: readonly LoggedEvent[],
): Violation[] => {
  const byId = new Map(log.map((event) => [event.eventId, event]))
  const writerOf = new Map(
    operations.flatMap((operation) =>
      operation.appends.flatMap(({ eventIds }) => eventIds.map((id) => [id, operation] as const)),
    ),
  )
  const unasked = log.filter(({ eventId }) => !writerOf.has(eventId))
  return [
    ...checkLog(log),
    ...unasked.map((event) => ({ type: 'Unasked', event }) as const),
    ...operations.flatMap((operation) => {
      const type = brokenPromiseOf(operation, { log, byId })
      return type ? [{ type, operation }] : []
    }),
    ...checkLogOrder(log, writerOf),
    ...checkStreamOrder(operations, byId),
  ]
}
