import type { RecordedEvent } from '../../events/recorded-event'
import type { EventRegistry } from '../../events/registry'
import { findFields, replaceFields } from '../../events/replace-fields'
import { erased, isErased } from '../../kernel/erased'
import { toCloudEvent } from '../export/cloud-event'
import type { RelayMessage } from './sender'

export interface MessageOptions {
  readonly registry: EventRegistry
  /** May personal fields leave? */
  readonly personal: boolean
  /** Are all events of a stream sent? */
  readonly isWhole: boolean
}

/** An event as it leaves, with what is needed to route it. */
export const toMessage = (event: RecordedEvent, options: MessageOptions): RelayMessage => {
  const { eventId, streamType, streamId, type, version, position } = event
  const body = JSON.stringify(toRelayedEvent(event, options))
  return { eventId, streamType, streamId, eventType: type, version, position, body }
}

/**
 * A CloudEvent for a receiver. Its hash is told only where what is told is what was hashed and the events before it are sent, too:
 * elsewhere nobody could check it, and what is withheld could be guessed from it. How something sealed is stored is never told.
 */
const toRelayedEvent = (event: RecordedEvent, options: MessageOptions) => {
  const data = options.personal ? event.data : withhold(event, options.registry)
  const isWithheld = data !== event.data
  const isAsHashed = !isWithheld && event.stored === undefined && event.tags === undefined
  const isCheckable = options.isWhole && isAsHashed
  const { hash, ...told } = toCloudEvent({ ...event, data })
  return { ...told, ...(isCheckable && { hash }), ...(isWithheld && { withheld: true }) }
}

/** Its data with personal fields that read as erased; the same data where there is nothing to withhold. */
const withhold = ({ type, schemaVersion, data }: RecordedEvent, registry: EventRegistry): object => {
  const fields = registry.personalFieldsOf(type, schemaVersion)
  if (fields.length === 0) return data
  const found = findFields(data, fields).filter(({ value }) => !isErased(value))
  return found.length === 0
    ? data
    : replaceFields(
        data,
        found.map(({ path }) => ({ path, value: erased })),
      )
}
