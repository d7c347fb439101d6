import type { EventType, RetiredEventType } from './event-type'
import type { RecordedEvent } from './recorded-event'
import { createUpcast } from './upcast'

/** The types of events that an application writes and reads, and what is known about their shapes. */
export interface EventRegistry {
  /** Every type that is written today, by its name. */
  readonly eventTypes: ReadonlyMap<string, EventType>
  /** Every type that only old events have, by its name. */
  readonly retiredEventTypes: ReadonlyMap<string, RetiredEventType>
  /** The schema version new events of a type are written with. Throws for a type that is not written. */
  readonly currentVersionOf: (type: string) => number
  /** The types whose events read as this one: itself, and the retired ones that become it. */
  readonly storedTypesOf: (type: string) => readonly string[]
  /** The type a stored one reads as: itself, or what a retired one becomes. */
  readonly currentTypeOf: (type: string) => string
  /**
   * An event of the log in its current shape; the same object when it has it already. Data is trusted, not
   * parsed. Throws `UnreadableEvent` for a type or a schema version that is not known here.
   */
  readonly upcast: (event: RecordedEvent) => RecordedEvent
}

/** A registry of the given types, by name. It is handed to the store and to whoever else reads the log. */
export const createRegistry = (
  written: Readonly<Record<string, EventType>>,
  retired: Readonly<Record<string, RetiredEventType>> = {},
): EventRegistry => {
  const eventTypes = new Map(Object.entries(written))
  const retiredEventTypes = new Map(Object.entries(retired))

  const currentVersionOf = (type: string): number => {
    const known = eventTypes.get(type)
    if (!known) throw new Error(`No event of type ${type} is written: it is not in the registry`)
    return known.schemaVersion
  }
  const storedTypesOf = (type: string): readonly string[] => [
    type,
    ...[...retiredEventTypes]
      .filter(([, { becomes }]) => becomes.type === type)
      .flatMap(([former]) => storedTypesOf(former)),
  ]
  const currentTypeOf = (type: string): string => {
    const former = retiredEventTypes.get(type)
    return former ? currentTypeOf(former.becomes.type) : type
  }
  const upcast = createUpcast(eventTypes, retiredEventTypes)
  return { eventTypes, retiredEventTypes, currentVersionOf, storedTypesOf, currentTypeOf, upcast }
}
