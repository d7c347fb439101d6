import { canonicalJson, NotJson } from '../../protocol/canonical-json'
import type { Append, NewEvent } from './event-store'
import { contentHash } from './hash-chain'
import { InvalidAppend } from './invalid-append'

const maxBytes = 256 * 1024
const maxNameLength = 255
const words: ReadonlySet<unknown> = new Set(['none', 'exists', 'any'])
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const unkeepable = /\0|\p{Surrogate}/u

/** An event as it goes over to the database. */
export interface SealedEvent {
  readonly event: NewEvent
  readonly data: string
  readonly metadata: string
  readonly content: Buffer
}

export interface SealedAppend extends Omit<Append, 'events'> {
  /** Of the stream. */
  readonly key: string
  readonly events: readonly SealedEvent[]
  readonly bytes: number
}

/** Makes an append ready to be written. @throws InvalidAppend when it isn't fit to be. */
export const seal = ({ stream, expectedVersion, events, commandId }: Append): SealedAppend => {
  if (!isName(stream.type) || !isName(stream.id)) {
    throw new InvalidAppend('BadStream', `A stream has a type and an id of 1 to ${maxNameLength} characters`)
  }
  if (!words.has(expectedVersion) && !isVersion(Number(expectedVersion))) {
    throw new InvalidAppend(
      'BadVersion',
      `${expectedVersion} is no version: it must be a whole number from 0 on`,
    )
  }
  if (commandId !== undefined && !uuid.test(commandId)) {
    throw new InvalidAppend('BadId', `The command id "${commandId}" is no lower-case UUID`)
  }
  if (events.length === 0) throw new InvalidAppend('NoEvents', 'An append has at least one event')
  const sealed = events.map(sealEvent)
  const bytes = sealed.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0)
  return { key: `${stream.type}/${stream.id}`, stream, expectedVersion, commandId, events: sealed, bytes }
}

const sealEvent = (event: NewEvent): SealedEvent => {
  const { eventId, type, schemaVersion, occurredAt, tags } = event
  if (!uuid.test(eventId)) throw new InvalidAppend('BadId', `The event id "${eventId}" is no lower-case UUID`)
  if (!isName(type)) throw new InvalidAppend('NotJson', 'An event has a type')
  if (!isVersion(schemaVersion) || schemaVersion === 0) {
    throw new InvalidAppend('BadVersion', `${schemaVersion} is no schema version`)
  }
  if (!instant.test(occurredAt) || Number.isNaN(Date.parse(occurredAt))) {
    throw new InvalidAppend('BadTime', `"${occurredAt}" is no time like 2026-11-21T14:03:22.123Z`)
  }
  if (!(tags ?? []).every(isName)) throw new InvalidAppend('NotJson', 'A tag is a short text')
  const data = json(event, 'data')
  const metadata = json(event, 'metadata')
  const content = contentHash({ data, eventId, metadata, occurredAt, schemaVersion, tags, type })
  return { event, data, metadata, content }
}

const json = (event: NewEvent, part: 'data' | 'metadata'): string => {
  const text = canonical(event, part)
  // No character takes more than three bytes, so that few have to be counted.
  if (text.length * 3 > maxBytes && Buffer.byteLength(text) > maxBytes) {
    throw new InvalidAppend('TooLarge', `The ${part} of ${event.type} are over ${maxBytes / 1024} KB`)
  }
  if (text[0] !== '{') throw new InvalidAppend('NotJson', `The ${part} of ${event.type} are no object`)
  return text
}

const canonical = (event: NewEvent, part: 'data' | 'metadata'): string => {
  try {
    return canonicalJson(event[part])
  } catch (cause) {
    if (!(cause instanceof NotJson)) throw cause
    throw new InvalidAppend('NotJson', `The ${part} of ${event.type} can't be written: ${cause.message}`, {
      cause,
    })
  }
}

const isName = (text: string): boolean =>
  typeof text === 'string' && text.length > 0 && text.length <= maxNameLength && !unkeepable.test(text)

const isVersion = (version: number): boolean => Number.isInteger(version) && version >= 0 && version < 2 ** 31
