import type { EventMetadata, RecordedEvent } from '../../events/recorded-event'

/** What a query selects to read events. */
export const eventColumns =
  'position, event_id, stream_type, stream_id, version, type, schema_version, data, metadata, tags, occurred_at, recorded_at, hash'

export interface StoredEventRow {
  readonly position: string
  readonly event_id: string
  readonly stream_type: string
  readonly stream_id: string
  readonly version: number
  readonly type: string
  readonly schema_version: number
  readonly data: object
  readonly metadata: EventMetadata
  readonly tags: readonly string[]
  readonly occurred_at: Date
  readonly recorded_at: Date
  readonly hash: Buffer
}

/** The event as it stands in the log. */
export const toStoredEvent = (row: StoredEventRow): RecordedEvent => ({
  type: row.type,
  data: row.data,
  eventId: row.event_id,
  streamType: row.stream_type,
  streamId: row.stream_id,
  version: row.version,
  position: Number(row.position),
  schemaVersion: row.schema_version,
  metadata: row.metadata,
  occurredAt: row.occurred_at.toISOString(),
  recordedAt: row.recorded_at.toISOString(),
  hash: row.hash.toString('hex'),
  ...(row.tags.length > 0 && { tags: row.tags }),
})
