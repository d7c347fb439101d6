import type { Value } from '../postgres/parameters'
import type { EventFilter } from './event-store'
import { timesOf } from './filter-conditions'

/** The sizes of what the index tells apart: blocks by key, chunks by time. */
const blockSize = 16
const chunkSize = 1_024

/** Where in the log a filter's events may be, by the index. */
export interface IndexPlaces {
  /** A query of places, numbered from 0 on: `place`. */
  readonly query: string
  /** How many positions a place has. */
  readonly size: number
}

/** Of so many types each is looked for by itself and stops at the limit; the places of more are put together first. */
const mostApart = 16

/**
 * A filter as filters that go by the index each on a way of its own: an event fits one of them where it fits the filter, and
 * only one.
 */
export const apart = (filter: EventFilter): readonly EventFilter[] => {
  const types = [...new Set(filter.types)]
  const isApart = types.length > 1 && types.length <= mostApart
  return isApart ? types.map((type) => ({ ...filter, types: [type] })) : [filter]
}

/** Does a filter ask for something that the index knows? */
export const isLookedUp = ({ streamTypes: _, tags, ...filter }: EventFilter): boolean =>
  (tags !== undefined && tags.length > 0) || Object.values(filter).some((asked) => asked !== undefined)

interface Within {
  readonly after: number
  readonly upTo: number
}

/** Which places of a size are in a range. */
type InRange = (column: string, size: number) => string

const within =
  ({ after, upTo }: Within, value: Value): InRange =>
  (column, size) =>
    `${column} BETWEEN ${value(Math.floor(after / size))} AND ${value(Math.floor((upTo - 1) / size))}`

/** Where in the log the events are that a filter asks for, and few others. */
export const placesOf = (filter: EventFilter, value: Value, range: Within): IndexPlaces => {
  const times = timesOf(filter, value, {
    recorded: ['c.first_recorded_at', 'c.last_recorded_at'],
    occurred: ['c.first_occurred_at', 'c.last_occurred_at'],
  })
  const { all, oneOf } = keysOf(filter, value)
  const inRange = within(range, value)
  if (all.length === 0 && oneOf.length === 0) {
    const conditions = [...times, inRange('c.chunk', chunkSize)].join(' AND ')
    return {
      size: chunkSize,
      query: `SELECT c.chunk AS place FROM event_times c WHERE ${conditions}`,
    }
  }
  const chunk = `c.chunk = i.block / ${chunkSize / blockSize}`
  const inTime =
    times.length > 0 ? [`EXISTS (SELECT FROM event_times c WHERE ${[chunk, ...times].join(' AND ')})`] : []
  const query =
    all.length > 0 ? blocksOfAll(all, oneOf, inTime, inRange) : blocksOfOne(oneOf, inTime, inRange)
  return { size: blockSize, query }
}

interface Keys {
  /** A place has to have each of these, */
  readonly all: readonly string[]
  /** and one of these, if there are any. */
  readonly oneOf: readonly string[]
}

const keysOf = ({ types = [], tags = [], correlationId, actorId }: EventFilter, value: Value): Keys => {
  const keyOf = (dimension: string, name: string) => `event_key('${dimension}', ${value(name)}::text)`
  const ofTypes = types.map((type) => keyOf('type', type))
  const all = [
    ...(correlationId === undefined ? [] : [keyOf('story', correlationId)]),
    ...tags.map((tag) => keyOf('tag', tag)),
    ...(actorId === undefined ? [] : [keyOf('actor', actorId)]),
  ]
  return ofTypes.length === 1 ? { all: [...all, ...ofTypes], oneOf: [] } : { all, oneOf: ofTypes }
}

/** Joined, so that the planner begins with the key that has fewest blocks. */
const blocksOfAll = (
  [first, ...others]: readonly string[],
  oneOf: readonly string[],
  inTime: readonly string[],
  inRange: InRange,
): string => {
  const joins = others.map(
    (key, nth) => `JOIN event_index i${nth} ON i${nth}.block = i.block AND i${nth}.key = ${key}`,
  )
  const conditions = [
    `i.key = ${first}`,
    inRange('i.block', blockSize),
    ...(oneOf.length > 0
      ? [`EXISTS (SELECT FROM event_index t WHERE t.block = i.block AND t.key IN (${oneOf.join(', ')}))`]
      : []),
    ...inTime,
  ]
  return `SELECT i.block AS place FROM event_index i ${joins.join(' ')} WHERE ${conditions.join(' AND ')}`
}

const blocksOfOne = (oneOf: readonly string[], inTime: readonly string[], inRange: InRange): string => {
  const blocks = oneOf.map(
    (key) => `SELECT block FROM event_index WHERE key = ${key} AND ${inRange('block', blockSize)}`,
  )
  const where = inTime.length > 0 ? `WHERE ${inTime.join(' AND ')}` : ''
  return `SELECT DISTINCT i.block AS place FROM (${blocks.join(' UNION ALL ')}) i ${where}`
}
