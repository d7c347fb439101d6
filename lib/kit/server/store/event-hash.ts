import { canonicalJson } from '../../events/canonical-json'
import type { RecordedEvent } from '../../events/recorded-event'
import { chainHash, contentHash } from './hash-chain'

/**
 * The hash that a recorded event has to have after the one before it in its stream; `previous` is empty for the
 * first. @throws NotJson when its data could never have been appended.
 */
export const eventHash = (previous: Buffer, event: RecordedEvent): Buffer => {
  const { eventId, metadata, occurredAt, tags, streamType, streamId, version } = event
  const { data, schemaVersion, type } = event.stored ?? event
  const content = contentHash({
    data: canonicalJson(data),
    eventId,
    metadata: canonicalJson(metadata),
    occurredAt,
    schemaVersion,
    tags,
    type,
  })
  return chainHash(previous, content, { type: streamType, id: streamId }, version)
}
