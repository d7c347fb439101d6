import type { RecordedEvent } from './recorded-event'

export type UnreadableReason = 'UnknownType' | 'NewerSchemaVersion'

/** An event in the log that this version of the application has no way to read. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent'
  readonly reason: UnreadableReason
  readonly eventId: string
  readonly position: number
  readonly streamType: string
  readonly streamId: string
  readonly version: number
  readonly type: string
  readonly schemaVersion: number

  constructor(reason: UnreadableReason, event: RecordedEvent) {
    super(sentence(reason, event))
    this.reason = reason
    this.eventId = event.eventId
    this.position = event.position
    this.streamType = event.streamType
    this.streamId = event.streamId
    this.version = event.version
    this.type = event.type
    this.schemaVersion = event.schemaVersion
  }
}

const sentence = (reason: UnreadableReason, event: RecordedEvent): string => {
  const { type, schemaVersion, eventId, position, version, streamType, streamId } = event
  const why =
    reason === 'UnknownType'
      ? 'its type is not known here'
      : 'its schema version is newer than any known here'
  return (
    `Event ${eventId} (${type} v${schemaVersion}) at position ${position}, version ${version} of ` +
    `${streamType}/${streamId}, can't be read: ${why}. Run the version of the application that wrote it, or a newer one.`
  )
}
