import type { AppendCondition, ConditionQuery } from './event-store'
import { isName, isPosition } from './fit'
import { InvalidAppend } from './invalid-append'

/** @throws InvalidAppend when a condition can't be judged */
export const checkCondition = ({ queries, after }: AppendCondition): void => {
  if (!Array.isArray(queries)) throw new InvalidAppend('BadCondition', 'A condition has a list of queries')
  checkAfter(after)
  for (const query of queries) checkQuery(query)
}

const checkQuery = (query: ConditionQuery): void => {
  if (typeof query !== 'object' || query === null) {
    throw new InvalidAppend('BadCondition', `${query} is no query`)
  }
  checkAfter(query.after)
  for (const part of ['types', 'tags'] as const) {
    const names: unknown = query[part]
    if (names === undefined || (Array.isArray(names) && names.every(isName))) continue
    throw new InvalidAppend('BadCondition', `The ${part} of a query are a list of short texts`)
  }
}

const checkAfter = (after: unknown): void => {
  if (after === undefined || isPosition(after)) return
  throw new InvalidAppend('BadCondition', `A condition can't begin after ${after}, which is no position`)
}
