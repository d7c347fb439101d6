import type { RecordedEvent } from '../../events/recorded-event'

/** A recorded event as a CloudEvent 1.0. The position is a text, as integers have 32 bits there. */
export const toCloudEvent = (event: RecordedEvent) => {
  const { actor, correlationId, causationId, commandId, commandType } = event.metadata
  return {
    specversion: '1.0',
    id: event.eventId,
    source: `/${encodeURIComponent(event.streamType)}/${encodeURIComponent(event.streamId)}`,
    type: `hindsight.${event.streamType}.${event.type}`,
    subject: event.streamId,
    time: event.occurredAt,
    datacontenttype: 'application/json',
    data: event.data,
    streamversion: event.version,
    position: String(event.position),
    schemaversion: event.schemaVersion,
    hash: event.hash,
    actorkind: actor.kind,
    actorid: actor.id,
    correlationid: correlationId,
    causationid: causationId,
    ...(commandId !== null && { commandid: commandId }),
    ...(commandType !== undefined && { commandtype: commandType }),
  }
}
