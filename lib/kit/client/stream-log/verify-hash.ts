import { canonicalJson, NotJson } from '../../events/canonical-json'
import { chainedPlace, hashedText } from '../../events/hashed-text'
import type { RecordedEvent } from '../../events/recorded-event'
import { type Bytes, sha256 } from '../browser/sha-256'

/** What the hash says of an event; `recomputed` is the one it should have, in hex. */
export type HashVerdict =
  | { readonly type: 'verified' }
  | { readonly type: 'mismatch'; readonly recomputed: string }
  /** It holds what could never have been appended. */
  | { readonly type: 'notHashable'; readonly reason: string }
  /** What hashes could not be fetched. */
  | { readonly type: 'unavailable' }

/**
 * Hashes an event again from what it says and the hash of the event before it in its stream (hex; undefined for the
 * first), and compares the outcome with the hash it has.
 */
export const verifyHash = async (
  event: RecordedEvent,
  previous: string | undefined,
): Promise<HashVerdict> => {
  try {
    const recomputed = toHex(await hashOf(event, previous))
    return recomputed === event.hash ? { type: 'verified' } : { type: 'mismatch', recomputed }
  } catch (error) {
    if (error instanceof NotJson) return { type: 'notHashable', reason: error.message }
    return { type: 'unavailable' }
  }
}

const hashOf = async (event: RecordedEvent, previous = ''): Promise<Bytes> => {
  const { eventId, metadata, occurredAt, tags, streamType, streamId, version } = event
  const { type, schemaVersion, data } = event.stored ?? event
  const parts = { data: canonicalJson(data), metadata: canonicalJson(metadata), eventId, occurredAt, tags }
  const content = await sha256(hashedText({ ...parts, type, schemaVersion }))
  return sha256(fromHex(previous), content, chainedPlace({ type: streamType, id: streamId }, version))
}

const fromHex = (hex: string): Bytes =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

const toHex = (bytes: Bytes): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
