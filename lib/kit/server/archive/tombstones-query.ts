import type { Value } from '../postgres/parameters'
import { anyOf, type EventFilter, type ReadAll } from '../store/event-store'
import { timesOf } from '../store/filter-conditions'
import { inPartition } from '../store/partition'

const columns = `NULL, NULL, stream_type, stream_id, version, NULL, NULL,
  jsonb_build_object('first', first_position, 'last', last_position, 'location', location, 'checksum', encode(checksum, 'hex')),
  NULL, NULL, NULL, NULL, hash`

/** Where a reading begins: the first position it may give. */
export const beginningOf = ({ after = 0, upTo, direction = 'forwards' }: ReadAll): number =>
  direction === 'forwards' ? after + 1 : (upTo ?? Number.MAX_SAFE_INTEGER)

/**
 * Two queries for the archived streams that may have something in a range: those that are under way where it
 * begins, and of those that begin later the next few. Their columns are those of events, without a position.
 */
export const tombstonesQuery = (range: ReadAll, few: number, value: Value): string => {
  const { after = 0, upTo, direction = 'forwards', filter, partition } = range
  const beginning = `${value(beginningOf(range))}::bigint`
  const conditions = [
    `last_position > ${value(after)}`,
    ...(upTo === undefined ? [] : [`first_position <= ${value(upTo)}`]),
    ...(partition ? [inPartition(partition, value)] : []),
    `(${
      anyOf(filter)
        .map((each) => conditionOf(each, value))
        .join(' OR ') || 'false'
    })`,
  ]
  const [later, order] =
    direction === 'forwards'
      ? [`first_position > ${beginning}`, 'first_position']
      : [`last_position < ${beginning}`, 'last_position DESC']
  const from = `SELECT ${columns} FROM archived_streams WHERE ${conditions.join(' AND ')}`
  return `(${from} AND int8range(first_position, last_position, '[]') @> ${beginning})
    UNION ALL (${from} AND ${later} ORDER BY ${order} LIMIT ${value(few)})`
}

/** True of each stream that has an event which the filter lets through, and of as few others as can be. */
const conditionOf = (filter: EventFilter, value: Value): string => {
  const { types, tags, streamTypes, correlationId, actorId } = filter
  const conditions = [
    types && `types && ${value(types)}::text[]`,
    tags && tags.length > 0 && `tags @> ${value(tags)}::text[]`,
    streamTypes && `stream_type = ANY (${value(streamTypes)})`,
    correlationId !== undefined && `correlation_ids @> ARRAY[${value(correlationId)}]`,
    actorId !== undefined && `actor_ids @> ARRAY[${value(actorId)}]`,
    ...timesOf(filter, value, {
      recorded: ['first_recorded_at', 'last_recorded_at'],
      occurred: ['first_occurred_at', 'last_occurred_at'],
    }),
  ].filter((condition) => typeof condition === 'string')
  return conditions.join(' AND ') || 'true'
}
