import type { Value } from '../postgres/parameters'
import type { EventFilter } from './event-store'

/** What a filter asks of a row of `events`, as SQL conditions of which all have to hold. */
export const conditionsOf = (filter: EventFilter, value: Value): string[] => {
  const { types, tags, streamTypes, correlationId, actorId } = filter
  return [
    types && `type = ANY (${value(types)})`,
    tags && tags.length > 0 && `tags <> '{}' AND tags @> ${value(tags)}`,
    streamTypes && `stream_type = ANY (${value(streamTypes)})`,
    correlationId !== undefined && `metadata ->> 'correlationId' = ${value(correlationId)}`,
    actorId !== undefined && `metadata -> 'actor' ->> 'id' = ${value(actorId)}`,
    ...timesOf(filter, value, {
      recorded: ['recorded_at', 'recorded_at'],
      occurred: ['occurred_at', 'occurred_at'],
    }),
  ].filter((condition) => typeof condition === 'string')
}

/** By which columns something tells of its earliest and its latest time. */
interface TimeColumns {
  readonly recorded: readonly [first: string, last: string]
  readonly occurred: readonly [first: string, last: string]
}

/** What a filter asks of times, as SQL conditions over what was from a first time to a last one. */
export const timesOf = (
  { since, until, occurredSince, occurredUntil }: EventFilter,
  value: Value,
  { recorded, occurred }: TimeColumns,
): string[] =>
  [
    since !== undefined && `${recorded[1]} >= to_timestamp(${value(seconds(since))})`,
    until !== undefined && `${recorded[0]} < to_timestamp(${value(seconds(until))})`,
    occurredSince !== undefined && `${occurred[1]} >= to_timestamp(${value(seconds(occurredSince))})`,
    occurredUntil !== undefined && `${occurred[0]} < to_timestamp(${value(seconds(occurredUntil))})`,
  ].filter((condition) => typeof condition === 'string')

/** Since 1970: Postgres knows no year 0, which ISO 8601 does. */
export const seconds = (instant: string): number => Date.parse(instant) / 1000
