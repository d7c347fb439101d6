import { canonicalJson, NotJson } from '../../events/canonical-json'
import type { Append, AppendTogether, NewEvent } from './event-store'
import { isInstant, isName, isUuid, isVersion, maxNameLength } from './fit'
import { contentHash } from './hash-chain'
import { InvalidAppend } from './invalid-append'

const maxBytes = 256 * 1024
const maxTags = 64
const words: ReadonlySet<unknown> = new Set(['none', 'exists', 'any'])

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
export const seal = ({ stream, expectedVersion, events, commandId, fingerprint }: Append): SealedAppend => {
  if (!isName(stream.type) || !isName(stream.id) || stream.type.includes('/')) {
    throw new InvalidAppend(
      'BadStream',
      `A stream has a type (without "/") and an id of 1 to ${maxNameLength} characters`,
    )
  }
  if (!words.has(expectedVersion) && !isVersion(expectedVersion)) {
    throw new InvalidAppend(
      'BadVersion',
      `${expectedVersion} is no version: it must be a whole number from 0 on`,
    )
  }
  if (commandId !== undefined && !isUuid(commandId)) {
    throw new InvalidAppend('BadId', `The command id "${commandId}" is no lower-case UUID`)
  }
  const sealed = events.map(sealEvent)
  const bytes = sealed.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0)
  const key = `${stream.type}/${stream.id}`
  return { key, stream, expectedVersion, commandId, fingerprint, events: sealed, bytes }
}

/** Makes appends ready to be written in one piece. @throws InvalidAppend when they aren't fit to be. */
export const sealTogether = ({ appends, condition }: AppendTogether): SealedAppend[] => {
  if (appends.length === 0 && !condition) {
    throw new InvalidAppend('NoEvents', 'There is nothing to append, and nothing to check')
  }
  const sealed = appends.map(seal)
  const commands = sealed.flatMap(({ key, commandId }) => (commandId ? [`${key}/${commandId}`] : []))
  if (new Set(commands).size < commands.length) {
    throw new InvalidAppend('BadId', 'A command id stands twice for one stream')
  }
  return sealed
}

const sealEvent = (event: NewEvent): SealedEvent => {
  const { eventId, type, schemaVersion, occurredAt, tags } = event
  if (!isUuid(eventId)) throw new InvalidAppend('BadId', `The event id "${eventId}" is no lower-case UUID`)
  if (!isName(type)) throw new InvalidAppend('NotJson', 'An event has a type')
  if (!isVersion(schemaVersion) || schemaVersion === 0) {
    throw new InvalidAppend('BadVersion', `${schemaVersion} is no schema version`)
  }
  if (!isInstant(occurredAt)) {
    throw new InvalidAppend('BadTime', `"${occurredAt}" is no time like 2026-11-21T14:03:22.123Z`)
  }
  if (tags && tags.length > maxTags) throw new InvalidAppend('TooLarge', `There are over ${maxTags} tags`)
  if (tags && !tags.every(isName)) throw new InvalidAppend('NotJson', 'A tag is a short text')
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
