import type { RecordedEvent } from '../../events/recorded-event'
import type { Sql } from '../postgres/sql'
import { eventColumns, type StoredEventRow, toStoredEvent } from './event-row'
import { anyOf, type EventFilter, type ReadAll } from './event-store'
import { inPartition } from './partition'

export const readAll = async (sql: Sql, range: ReadAll): Promise<RecordedEvent[]> => {
  const values: unknown[] = []
  const text = pageQuery(range, (of) => `$${values.push(of)}`)
  const { rows } = await sql.query<StoredEventRow>(text, values)
  return rows.map(toStoredEvent)
}

type Value = (of: unknown) => string

/**
 * The query for a page of the log; `value` takes a value and gives what stands for it. Of several filters each has a
 * query of its own, which goes by its own index and stops at the limit; what more than one lets through is given once.
 */
export const pageQuery = ({ filter, ...range }: ReadAll, value: Value): string => {
  const filters = anyOf(filter)
  const order = range.direction === 'backwards' ? 'DESC' : 'ASC'
  const [only, ...others] = filters.map((each) => filteredQuery(range, order, each, value))
  if (only === undefined) return `SELECT ${eventColumns} FROM events WHERE false`
  if (others.length === 0) return only
  return `SELECT DISTINCT ON (position) ${eventColumns} FROM ((${[only, ...others].join(') UNION ALL (')})) AS found
     ORDER BY position ${order} LIMIT ${value(range.limit)}`
}

const filteredQuery = (
  { after = 0, upTo, limit, partition }: Omit<ReadAll, 'filter'>,
  order: 'ASC' | 'DESC',
  filter: EventFilter,
  value: Value,
): string => {
  const conditions = [
    `position > ${value(after)}`,
    ...(upTo === undefined ? [] : [`position <= ${value(upTo)}`]),
    // One partition is all: a condition that is always true would only mislead the planner.
    ...(partition && partition.of > 1 ? [inPartition(partition, value)] : []),
    ...conditionsOf(filter, value),
  ]
  return `SELECT ${eventColumns} FROM events WHERE ${conditions.join(' AND ')}
     ORDER BY position ${order} LIMIT ${value(limit)}`
}

const conditionsOf = (filter: EventFilter, value: Value): string[] => {
  const { types, tags, streamTypes, correlationId, actorId, since, until, occurredSince, occurredUntil } =
    filter
  return [
    types && `type = ANY (${value(types)})`,
    tags && tags.length > 0 && `tags <> '{}' AND tags @> ${value(tags)}`,
    streamTypes && `stream_type = ANY (${value(streamTypes)})`,
    correlationId !== undefined && `metadata ->> 'correlationId' = ${value(correlationId)}`,
    actorId !== undefined && `metadata -> 'actor' ->> 'id' = ${value(actorId)}`,
    since !== undefined && `recorded_at >= to_timestamp(${value(seconds(since))})`,
    until !== undefined && `recorded_at < to_timestamp(${value(seconds(until))})`,
    occurredSince !== undefined && `occurred_at >= to_timestamp(${value(seconds(occurredSince))})`,
    occurredUntil !== undefined && `occurred_at < to_timestamp(${value(seconds(occurredUntil))})`,
  ].filter((condition) => typeof condition === 'string')
}

/** Since 1970: Postgres knows no year 0, which ISO 8601 does. */
export const seconds = (instant: string): number => Date.parse(instant) / 1000

export const headPosition = async (sql: Sql): Promise<number> => {
  const { rows } = await sql.query<{ position: string }>('SELECT position FROM log_head')
  return Number(rows[0]?.position ?? 0)
}
