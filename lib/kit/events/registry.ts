import type { EventType, RetiredEventType } from './event-type'
import { type PersonalField, personalFieldsOf } from './personal-fields'
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
  /** Where a stored type has personal fields in a version of its schema. */
  readonly personalFieldsOf: (type: string, schemaVersion: number) => readonly PersonalField[]
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
  const personalFields = new Map([...eventTypes, ...retiredEventTypes].flatMap(fieldsByVersion))
  return {
    eventTypes,
    retiredEventTypes,
    currentVersionOf,
    storedTypesOf,
    currentTypeOf,
    personalFieldsOf: (type, schemaVersion) => personalFields.get(`${type}.v${schemaVersion}`) ?? none,
    upcast: createUpcast(eventTypes, retiredEventTypes),
  }
}

const none: readonly PersonalField[] = []

/** The personal fields of each version that has any, by type and version: `ItemAdded.v1`. */
const fieldsByVersion = ([type, known]: [string, EventType | RetiredEventType]) => {
  const schemas = { ...known.formerData, ...('data' in known && { [known.schemaVersion]: known.data }) }
  const found = Object.entries(schemas)
    .map(([version, schema]) => [`${type}.v${version}`, personalFieldsOf(schema)] as const)
    .filter(([, fields]) => fields.length > 0)
  if (found.length > 0 && 'data' in known && !known.subject) {
    throw new TypeError(`${type} has personal fields, and doesn't say whom they are about`)
  }
  return found
}
