import { NotJson } from '../../events/canonical-json'
import type { PersonalField } from '../../events/personal-fields'
import type { EventRegistry } from '../../events/registry'
import { findFields, replaceFields } from '../../events/replace-fields'
import { isErased } from '../../kernel/erased'
import type { DataKeys } from '../sealing/data-keys'
import { sealValue } from '../sealing/sealed-value'
import type { Append, NewEvent } from './event-store'
import { InvalidAppend } from './invalid-append'

/** Seals the personal fields of what is appended, each for its event and place. */
export const sealFields = ({ eventTypes, personalFieldsOf }: EventRegistry, keys: DataKeys) => {
  const fieldsOf = ({ type, schemaVersion }: NewEvent) => personalFieldsOf(type, schemaVersion)

  const subjectOf = (event: NewEvent, { stream, events }: Append): string => {
    const { type, data, metadata } = event
    const about = { data, streamId: stream.id, actor: metadata.actor, together: events }
    const person = eventTypes.get(type)?.subject?.(about)
    if (!person) throw new InvalidAppend('NoSubject', `Nobody is known whom the ${type} is about`)
    return person
  }

  const sealEvent = async (
    event: NewEvent,
    fields: readonly PersonalField[],
    append: Append,
  ): Promise<NewEvent> => {
    const found = findFields(event.data, fields).filter(({ value }) => !isErased(value))
    if (found.length === 0) return event
    const person = subjectOf(event, append)
    const sealed = await Promise.all(
      found.map(async ({ path, kind, value }) => {
        const key = await keys.of({ person, kind })
        return { path, value: sealOne(() => sealValue(key, value, [event.eventId, ...path]), event) }
      }),
    )
    return { ...event, data: replaceFields(event.data, sealed) }
  }

  return (append: Append): Append | Promise<Append> => {
    if (append.events.every((event) => fieldsOf(event).length === 0)) return append
    const sealing = append.events.map((event) => sealEvent(event, fieldsOf(event), append))
    return Promise.all(sealing).then((events) => ({ ...append, events }))
  }
}

const sealOne = <Sealed>(seal: () => Sealed, { type }: NewEvent): Sealed => {
  try {
    return seal()
  } catch (cause) {
    if (!(cause instanceof NotJson)) throw cause
    throw new InvalidAppend('NotJson', `The data of ${type} can't be written: ${cause.message}`, { cause })
  }
}
