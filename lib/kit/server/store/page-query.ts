import { createHash } from 'node:crypto'
import type { Value } from '../postgres/parameters'
import { eventColumns } from './event-row'
import { anyOf, type EventFilter, type ReadAll } from './event-store'
import { conditionsOf } from './filter-conditions'
import { mostUnindexed } from './index-behind'
import { apart, isLookedUp, placesOf } from './index-places'
import type { IndexState } from './index-state'
import { inPartition } from './partition'

type Range = Omit<ReadAll, 'filter'>

/** So few positions are quicker looked through than looked up. */
const narrow = 1_000
/** In so few all types together have few places, which are quickly put together. */
const short = 10_000
/** So many are looked through where the index isn't near: who follows the log, or builds of it, asks for it by such stretches. */
const stretch = 100_000

/**
 * The query for a page of the log; `value` takes a value and gives what stands for it. Of several filters each has a
 * query of its own, which goes by its own index and stops at the limit; what more than one lets through is given once.
 *
 * What is looked up in the index beside the log is joined with a look through what that doesn't have yet: `index` says how far
 * it goes. Where it is left out, `events` has indexes of its own.
 */
export const pageQuery = ({ filter, ...range }: ReadAll, value: Value, index?: IndexState): string => {
  const lookedUp = index && !isScanned(range, index) ? index : undefined
  const queries = anyOf(filter)
    .filter(mayLetThrough)
    .flatMap((each) =>
      lookedUp && isLookedUp(each)
        ? (isWithin(short, range) ? [each] : apart(each)).map((one) => lookUp(range, one, lookedUp, value))
        : [scan(range, each, value)],
    )
  return joined(queries, range, value)
}

/**
 * Is more after the index than is looked through for such a page? Then what it finds is all up to its limit, and isn't when it
 * has less.
 */
export const isCut = ({ filter, ...range }: ReadAll, index: IndexState): boolean =>
  isFarBehind(range, index) && !isScanned(range, index) && anyOf(filter).some(isLookedUp)

/**
 * Under which name a page's query is prepared, so that it isn't planned each time: to look something up takes less than to
 * plan it. By how large the log is, too, since a plan for a small one is none for a large one. Undefined where the plan hangs on
 * what is asked: times, or one filter or another.
 */
export const lookUpName = (
  { filter, ...range }: ReadAll,
  text: string,
  index: IndexState | undefined,
): string | undefined => {
  const [only, ...others] = anyOf(filter)
  if (!index || !only || others.length > 0 || isScanned(range, index) || !isLookedUp(only)) return undefined
  if ([only.since, only.until, only.occurredSince, only.occurredUntil].some((time) => time !== undefined)) {
    return undefined
  }
  return `page_${String(index.head).length}_${createHash('sha1').update(text).digest('hex')}`
}

const isScanned = (range: Range, index: IndexState): boolean =>
  isWithin(narrow, range) || (isWithin(stretch, range) && isFarBehind(range, index))

const isWithin = (positions: number, { after = 0, upTo }: Range): boolean =>
  upTo !== undefined && upTo - after <= positions

const isFarBehind = (range: Range, index: IndexState): boolean => {
  const [from, to] = unindexed(range, index)
  return to - from > mostUnindexed
}

/** After which position and up to which there is what the index lacks of a range. */
const unindexed = (
  { after = 0, upTo }: Range,
  { position, head }: IndexState,
): [from: number, to: number] => [Math.max(after, position), Math.min(upTo ?? head, head)]

const orderOf = ({ direction }: Range): 'ASC' | 'DESC' => (direction === 'backwards' ? 'DESC' : 'ASC')

const joined = (queries: readonly string[], range: Range, value: Value): string => {
  const [only, ...others] = queries
  if (only === undefined) return `SELECT ${eventColumns} FROM events WHERE false`
  if (others.length === 0) return only
  return `SELECT DISTINCT ON (position) ${eventColumns} FROM ((${queries.join(') UNION ALL (')})) AS found
     ORDER BY position ${orderOf(range)} LIMIT ${value(range.limit)}`
}

const mayLetThrough = ({ types, streamTypes }: EventFilter): boolean =>
  types?.length !== 0 && streamTypes?.length !== 0

/** One partition is all: a condition that is always true would only mislead the planner. */
const conditionsWithin = ({ partition }: Range, filter: EventFilter, value: Value): string[] => [
  ...(partition && partition.of > 1 ? [inPartition(partition, value)] : []),
  ...conditionsOf(filter, value),
]

const scan = (range: Range, filter: EventFilter, value: Value): string => {
  const { after = 0, upTo, limit } = range
  const conditions = [
    `position > ${value(after)}`,
    ...(upTo === undefined ? [] : [`position <= ${value(upTo)}`]),
    ...conditionsWithin(range, filter, value),
  ]
  return `SELECT ${eventColumns} FROM events WHERE ${conditions.join(' AND ')}
     ORDER BY position ${orderOf(range)} LIMIT ${value(limit)}`
}

/** By the index, and through what it doesn't have. */
const lookUp = (range: Range, filter: EventFilter, index: IndexState, value: Value): string => {
  const { direction, after = 0, upTo = index.head } = range
  const [from, to] = unindexed(range, index)
  const isBackwards = direction === 'backwards'
  const rest = isBackwards
    ? { after: Math.max(from, to - mostUnindexed), upTo: to }
    : { after: from, upTo: Math.min(to, from + mostUnindexed) }
  const parts = [
    // Backwards nothing of it comes next when the look doesn't come down to it.
    ...(isBackwards && isFarBehind(range, index)
      ? []
      : [found({ ...range, after, upTo: Math.min(upTo, index.position) }, filter, value)]),
    ...(rest.upTo > rest.after ? [scan({ ...range, ...rest }, filter, value)] : []),
  ]
  return joined(parts, range, value)
}

/** By the index. */
const found = (
  range: Range & Required<Pick<Range, 'after' | 'upTo'>>,
  filter: EventFilter,
  value: Value,
): string => {
  const { after, upTo, limit } = range
  const order = orderOf(range)
  const { query, size } = placesOf(filter, value, range)
  const conditions = conditionsWithin(range, filter, value).join(' AND ')
  return `SELECT found.* FROM (${query} ORDER BY 1 ${order}) AS places, LATERAL (
       SELECT ${eventColumns} FROM events
       WHERE position > greatest(${value(after)}, place * ${size}) AND position <= least(${value(upTo)}, place * ${size} + ${size})
         AND ${conditions} ORDER BY position ${order}
     ) AS found ORDER BY place ${order}, found.position ${order} LIMIT ${value(limit)}`
}
