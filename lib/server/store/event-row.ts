import type { EventMetadata, RecordedEvent } from '../../protocol/recorded-event'

export interface EventRow {
  position: bigint
  event_id: string
  stream_type: string
  stream_id: string
  version: number
  type: string
  schema_version: number
  data: object
  metadata: EventMetadata
  occurred_at: Date
}

export const toRecordedEvent = (row: EventRow): RecordedEvent => ({
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
})
