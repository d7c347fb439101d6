import { createHash } from 'node:crypto'

/** The parts of an event that its hash covers, those that are objects as canonical JSON. */
export interface HashedParts {
  readonly data: string
  readonly eventId: string
  readonly metadata: string
  readonly occurredAt: string
  readonly schemaVersion: number
  readonly tags: readonly string[] | undefined
  readonly type: string
}

const sha256 = (...parts: readonly (string | Buffer)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** SHA-256 over an event's canonical JSON (RFC 8785). */
export const contentHash = (event: HashedParts): Buffer => {
  const { data, eventId, metadata, occurredAt, schemaVersion, tags, type } = event
  const tagged = tags?.length ? `,"tags":${JSON.stringify(tags)}` : ''
  return sha256(
    `{"data":${data},"eventId":"${eventId}","metadata":${metadata},"occurredAt":"${occurredAt}",` +
      `"schemaVersion":${schemaVersion}${tagged},"type":${JSON.stringify(type)}}`,
  )
}

/** The next hash of a stream's chain, as `chain_hash()` in the database makes it. `previous` is empty for the first. */
export const chainHash = (
  previous: Buffer,
  content: Buffer,
  stream: { readonly type: string; readonly id: string },
  version: number,
): Buffer => sha256(previous, content, `${stream.type}/${stream.id}@${version}`)
