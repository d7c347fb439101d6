import type { RecordedEvent, StoredShape } from '../../events/recorded-event'
import type { EventRegistry } from '../../events/registry'
import { findFields, replaceFields } from '../../events/replace-fields'
import { UnreadableEvent } from '../../events/unreadable-event'
import { erased } from '../../kernel/erased'
import type { DataKey, DataKeys } from '../sealing/data-keys'
import { isSealed, openValue, type SealedValue } from '../sealing/sealed-value'

interface SealedField {
  readonly path: readonly string[]
  readonly value: SealedValue
}

const none: readonly SealedField[] = []

/** What is sealed in an event as it stands in the log. Only declared fields are looked at: what merely looks sealed elsewhere is data. */
export const sealedFieldsOf = (
  { personalFieldsOf }: EventRegistry,
  { type, schemaVersion, data }: StoredShape,
): readonly SealedField[] => {
  const fields = personalFieldsOf(type, schemaVersion)
  if (fields.length === 0) return none
  return findFields(data, fields).filter((field): field is typeof field & SealedField =>
    isSealed(field.value),
  )
}

/** Makes ready to open what is sealed in these events, with all their keys at once. */
export const openFields = async (
  registry: EventRegistry,
  dataKeys: DataKeys,
  events: readonly RecordedEvent[],
): Promise<(event: RecordedEvent) => RecordedEvent> => {
  const sealed = new Map<RecordedEvent, readonly SealedField[]>()
  for (const event of events) {
    // What says how it is stored was opened already.
    const fields = event.stored ? [] : sealedFieldsOf(registry, event)
    if (fields.length > 0) sealed.set(event, fields)
  }
  if (sealed.size === 0) return (event) => event
  const ids = [...sealed.values()].flatMap((fields) => fields.map(({ value }) => value.key))
  const keys = await dataKeys.find([...new Set(ids)])
  return (event) => {
    const fields = sealed.get(event)
    return fields ? open(event, fields, keys) : event
  }
}

const open = (
  event: RecordedEvent,
  fields: readonly SealedField[],
  keys: ReadonlyMap<string, DataKey>,
): RecordedEvent => {
  const { type, schemaVersion, data, eventId } = event
  const opened = fields.map(({ path, value }) => {
    const key = keys.get(value.key)
    if (!key) return { path, value: erased }
    const found = openValue(key, value, [eventId, ...path])
    if (!found) throw new UnreadableEvent('BrokenSeal', event, path.join('.'))
    return { path, value: found.value }
  })
  return { ...event, data: replaceFields(data, opened), stored: { type, schemaVersion, data } }
}
