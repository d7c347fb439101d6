import { eventColumns } from './event-row'
import { anyOf, type EventFilter, type ReadAll } from './event-store'
import { conditionsOf, type Value } from './filter-conditions'
import { mostUnindexed } from './index-behind'
import { apart, isLookedUp, placesOf } from './index-places'
import { inPartition } from './partition'

type Range = Omit<ReadAll, 'filter'>

/** So few positions are quicker looked through than looked up. */
const narrow = 1_000

interface PageQueryOptions {
  /** Does the index beside the log serve? */
  readonly indexServes: boolean
}

/**
 * The query for a page of the log; `value` takes a value and gives what stands for it. Of several filters each has a
 * query of its own, which goes by its own index and stops at the limit; what more than one lets through is given once.
 *
 * What is looked up in the index beside the log is joined with a look through what that doesn't have yet. Where there is more
 * of it than is looked through a row stands in its place that has a position and no event: what comes after it isn't all.
 */
export const pageQuery = (
  { filter, ...range }: ReadAll,
  value: Value,
  { indexServes }: PageQueryOptions,
): string => {
  const { after = 0, upTo } = range
  const isScanned = !indexServes || (upTo !== undefined && upTo - after <= narrow)
  const filters = anyOf(filter).filter(mayLetThrough)
  const lookUps = isScanned
    ? []
    : filters
        .filter(isLookedUp)
        .flatMap(apart)
        .map((each) => lookUp(range, each, value))
  const scans = filters
    .filter((each) => isScanned || !isLookedUp(each))
    .map((each) => scan(range, each, value))
  const found = joined([...lookUps, ...scans], range, value)
  if (lookUps.length === 0) return found
  const unlooked = `SELECT unlooked, ${eventColumns.replace('position, ', '').replace(/\w+/g, 'NULL')} FROM bounds WHERE unlooked IS NOT NULL`
  return `WITH ${boundsOf(range, value)}
     SELECT ${eventColumns} FROM ((${found}) UNION ALL (${unlooked})) AS page(${eventColumns})
     ORDER BY position ${orderOf(range)} LIMIT ${value(range.limit)}`
}

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

/** How far the index goes, where what it doesn't have is looked through, and where there is more of that than is. */
const boundsOf = ({ after = 0, upTo, direction }: Range, value: Value): string => {
  const from = `greatest(${value(after)}::bigint, h.position)`
  const last = upTo === undefined ? 'l.position' : `least(${value(upTo)}::bigint, l.position)`
  const columns =
    direction === 'backwards'
      ? `greatest(${from}, ${last} - ${mostUnindexed}) AS unindexed_after, ${last} AS unindexed_to,
         CASE WHEN ${last} - ${mostUnindexed} > ${from} THEN ${last} - ${mostUnindexed} END AS unlooked`
      : `${from} AS unindexed_after, least(${last}, ${from} + ${mostUnindexed}) AS unindexed_to,
         CASE WHEN ${last} > ${from} + ${mostUnindexed} THEN ${from} + ${mostUnindexed} + 1 END AS unlooked`
  return `bounds AS MATERIALIZED (
       SELECT least(h.position, ${last}) AS indexed_to, ${columns} FROM event_index_head h, log_head l
     )`
}

const bound = (column: string): string => `(SELECT ${column} FROM bounds)`

/** By the index, and through what it doesn't have. */
const lookUp = (range: Range, filter: EventFilter, value: Value): string => {
  const { after = 0, limit } = range
  const order = orderOf(range)
  const [beginning, indexedTo] = [`${value(after)}::bigint`, bound('indexed_to')]
  const places = placesOf(filter, value, [beginning, indexedTo])
  const conditions = conditionsWithin(range, filter, value).join(' AND ')
  const indexed = `SELECT found.* FROM (${places.query} ORDER BY 1 ${order}) AS place(before), LATERAL (
       SELECT ${eventColumns} FROM events
       WHERE position > greatest(${beginning}, place.before) AND position <= least(${indexedTo}, place.before + ${places.size})
         AND ${conditions} ORDER BY position ${order}
     ) AS found ORDER BY place.before ${order}, found.position ${order} LIMIT ${value(limit)}`
  const unindexed = `SELECT ${eventColumns} FROM events
       WHERE position > ${bound('unindexed_after')} AND position <= ${bound('unindexed_to')} AND ${conditions}
       ORDER BY position ${order} LIMIT ${value(limit)}`
  return `SELECT ${eventColumns} FROM ((${indexed}) UNION ALL (${unindexed})) AS found
     ORDER BY position ${order} LIMIT ${value(limit)}`
}
