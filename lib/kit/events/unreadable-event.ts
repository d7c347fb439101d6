import { exhaustive } from '../kernel/exhaustive'
import type { RecordedEvent } from './recorded-event'

export type UnreadableReason = 'UnknownType' | 'NewerSchemaVersion' | 'BrokenSeal'

/** An event in the log that this version of the shop has no way to read. */
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
  /** Of the field whose seal is broken, like `shippingAddress.city`. */
  readonly path: string | undefined

  constructor(reason: UnreadableReason, event: RecordedEvent, path?: string) {
    super(sentence(reason, event, path))
    this.reason = reason
    this.eventId = event.eventId
    this.position = event.position
    this.streamType = event.streamType
    this.streamId = event.streamId
    this.version = event.version
    this.type = event.type
    this.schemaVersion = event.schemaVersion
    this.path = path
  }
}

const sentence = (reason: UnreadableReason, event: RecordedEvent, path: string | undefined): string => {
  const { type, schemaVersion, eventId, position, version, streamType, streamId } = event
  return (
    `Event ${eventId} (${type} v${schemaVersion}) at position ${position}, version ${version} of ` +
    `${streamType}/${streamId}, can't be read: ${explain(reason, path)}.`
  )
}

const explain = (reason: UnreadableReason, path: string | undefined): string => {
  const remedy = 'Run the version of the shop that wrote it, or a newer one'
  switch (reason) {
    case 'UnknownType':
      return `its type is not known here. ${remedy}`
    case 'NewerSchemaVersion':
      return `its schema version is newer than any known here. ${remedy}`
    case 'BrokenSeal':
      return `what is sealed at ${path} is not what was logged there. Check the log with "npm run log:verify"`
    default:
      return exhaustive(reason)
  }
}
