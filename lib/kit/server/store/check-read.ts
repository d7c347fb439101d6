import type { StreamName } from '../../events/stream-name'
import { anyOf, type EventFilter, type Partition, type ReadAll, type ReadStream } from './event-store'
import { isCount, isKeepable, isName, isPosition, isUuid, isVersion } from './fit'
import { InvalidRead, type InvalidReadReason } from './invalid-read'

const directions: readonly unknown[] = [undefined, 'forwards', 'backwards']

const refuse = (reason: InvalidReadReason, message: string): never => {
  throw new InvalidRead(reason, message)
}

/** @throws InvalidRead */
export const checkStream = ({ type, id }: StreamName): void => {
  if (!isName(type) || !isName(id)) refuse('BadStream', 'A stream has a type and an id, both short texts')
}

/** @throws InvalidRead */
export const checkId = (id: string): void => {
  if (!isUuid(id)) refuse('BadId', `"${id}" is no lower-case UUID`)
}

/** @throws InvalidRead */
export const checkLimit = (limit: number, least = 0): void => {
  if (!isCount(limit) || limit < least) refuse('BadLimit', `${limit} is no number of events`)
}

/** @throws InvalidRead */
export const checkPosition = (position: number): void => {
  if (!isPosition(position))
    refuse('BadPosition', `${position} is no position: it must be a whole number from 0 on`)
}

/** @throws InvalidRead */
export const checkReadStream = (stream: StreamName, { from, to, limit, direction }: ReadStream): void => {
  checkStream(stream)
  for (const version of [from, to]) {
    if (version === undefined || isVersion(version)) continue
    refuse('BadVersion', `${version} is no version: it must be a whole number from 0 on`)
  }
  if (limit !== undefined) checkLimit(limit)
  checkDirection(direction)
}

/** @throws InvalidRead */
export const checkReadAll = ({ after, upTo, limit, direction, filter, partition }: ReadAll): void => {
  for (const position of [after, upTo]) if (position !== undefined) checkPosition(position)
  checkLimit(limit)
  checkDirection(direction)
  for (const each of anyOf(filter)) checkFilter(each)
  if (partition) checkPartition(partition)
}

const checkDirection = (direction: unknown): void => {
  if (!directions.includes(direction)) refuse('BadDirection', `The log can't be read ${direction}`)
}

/** @throws InvalidRead */
export const checkPartition = ({ of, nth }: Partition): void => {
  if (isCount(of) && isCount(nth) && nth < of) return
  refuse(
    'BadPartition',
    `There is no partition ${nth} of ${of}: they are counted from 0 to one less than there are`,
  )
}

const checkFilter = (filter: EventFilter): void => {
  for (const part of ['types', 'tags', 'streamTypes'] as const) {
    const names: unknown = filter[part]
    if (names === undefined || (Array.isArray(names) && names.every(isName))) continue
    refuse('BadFilter', `The ${part} of a filter are a list of short texts`)
  }
  for (const part of ['correlationId', 'actorId'] as const) {
    if (filter[part] === undefined || isKeepable(filter[part])) continue
    refuse('BadFilter', `The ${part} of a filter is a text`)
  }
  for (const part of ['since', 'until', 'occurredSince', 'occurredUntil'] as const) {
    const time: unknown = filter[part]
    if (time === undefined || (typeof time === 'string' && !Number.isNaN(Date.parse(time)))) continue
    refuse('BadTime', `"${time}" is no time like 2026-11-21T14:03:22.123Z`)
  }
}
