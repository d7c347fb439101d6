import type { RecordedEvent } from '../../events/recorded-event'
import type { EventRegistry } from '../../events/registry'
import type { DataKeys } from '../sealing/data-keys'
import type { Append } from './event-store'
import { openFields, sealedFieldsOf } from './open-fields'
import { sealFields } from './seal-fields'

/** What stands between events as they are told and as they are stored: in at the store's edge, out wherever the log is read. */
export interface EventCodec {
  readonly registry: EventRegistry
  readonly keys: DataKeys
  /**
   * An append as it is stored: personal fields are sealed. The same append, at once, where it has none.
   * @throws InvalidAppend where a personal field is nobody's, or is no JSON
   */
  readonly encode: (append: Append) => Append | Promise<Append>
  /**
   * Stored events as they read today: what was sealed is opened, or erased where its key is gone; then all is upcast. What is
   * decoded already stays as it is. @throws UnreadableEvent for the first that can't be
   */
  readonly decode: (events: readonly RecordedEvent[]) => Promise<RecordedEvent[]>
  /** The ids of the keys that something in a decoded event is sealed with. */
  readonly keysIn: (event: RecordedEvent) => readonly string[]
}

/** The codec of an application's types of events. Whoever writes or reads its log is handed the same. */
export const createCodec = (registry: EventRegistry, keys: DataKeys): EventCodec => ({
  registry,
  keys,
  encode: sealFields(registry, keys),
  decode: async (events) => {
    const open = await openFields(registry, keys, events)
    return events.map((event) => registry.upcast(open(event)))
  },
  keysIn: ({ stored }) => (stored ? sealedFieldsOf(registry, stored).map(({ value }) => value.key) : []),
})
