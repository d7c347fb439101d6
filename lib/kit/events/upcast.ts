import type { EventType, RetiredEventType } from './event-type'
import type { RecordedEvent, StoredShape } from './recorded-event'
import { UnreadableEvent, type UnreadableReason } from './unreadable-event'

type Types<T> = ReadonlyMap<string, T>

/** What a registry of these types calls `upcast`. */
export const createUpcast = (types: Types<EventType>, retired: Types<RetiredEventType>) => {
  const currentShape = ({ type, schemaVersion, data }: StoredShape): StoredShape | UnreadableReason => {
    const known = types.get(type) ?? retired.get(type)
    if (!known) return 'UnknownType'
    const upcaster = known.upcasters?.[schemaVersion]
    if (upcaster) {
      return currentShape({ type, schemaVersion: schemaVersion + 1, data: upcaster(data as never) })
    }
    if (schemaVersion !== known.schemaVersion) return 'NewerSchemaVersion'
    if ('data' in known) return { type, schemaVersion, data: { ...known.defaults, ...data } }
    return currentShape({ ...known.becomes, data: known.becomes.data(data as never) })
  }

  return (event: RecordedEvent): RecordedEvent => {
    const known = types.get(event.type)
    if (known?.schemaVersion === event.schemaVersion && isWhole(event.data, known)) return event
    const { type, schemaVersion, data } = event
    const stored = { type, schemaVersion, data }
    const current = currentShape(stored)
    if (typeof current === 'string') throw new UnreadableEvent(current, event)
    // What was sealed says already how it stands in the log.
    return { ...event, ...current, stored: event.stored ?? stored }
  }
}

const isWhole = (data: object, { defaults }: EventType): boolean => {
  if (defaults) for (const field in defaults) if (!(field in data)) return false
  return true
}
