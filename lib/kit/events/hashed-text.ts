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

/** The canonical JSON (RFC 8785) of an event: its SHA-256 is what the chain links. */
export const hashedText = ({
  data,
  eventId,
  metadata,
  occurredAt,
  schemaVersion,
  tags,
  type,
}: HashedParts): string => {
  const tagged = tags?.length ? `,"tags":${JSON.stringify(tags)}` : ''
  return (
    `{"data":${data},"eventId":"${eventId}","metadata":${metadata},"occurredAt":"${occurredAt}",` +
    `"schemaVersion":${schemaVersion}${tagged},"type":${JSON.stringify(type)}}`
  )
}

/** An event's place in its stream, as the chain links it: notebook/42@7. */
export const chainedPlace = (
  stream: { readonly type: string; readonly id: string },
  version: number,
): string => `${stream.type}/${stream.id}@${version}`
