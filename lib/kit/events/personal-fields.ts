import type * as z from 'zod'
import { type PersonalKind, personalKindOf } from './personal'

/** In a path: each item of a list, or each value of a record. */
export const each = Symbol('each')

/** Where in an event's data something personal stands. */
export interface PersonalField {
  readonly path: readonly (string | typeof each)[]
  readonly kind: PersonalKind
}

/**
 * All personal fields that a schema declares.
 * @throws TypeError for a schema of a kind that can't be looked into: something personal in it would go unsealed.
 */
export const personalFieldsOf = (schema: z.core.$ZodType): readonly PersonalField[] =>
  distinct(fieldsIn(schema, []))

const fieldsIn = (schema: z.core.$ZodType, path: PersonalField['path']): PersonalField[] => {
  const kind = personalKindOf(schema)
  if (kind) return [{ path, kind }]
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'object':
      if (def.catchall && fieldsIn(def.catchall, path).length > 0) throw cantLookInto('catchall', path)
      return Object.entries(def.shape).flatMap(([name, member]) => fieldsIn(member, [...path, name]))
    case 'array':
      return fieldsIn(def.element, [...path, each])
    case 'record':
      return fieldsIn(def.valueType, [...path, each])
    case 'union':
      return def.options.flatMap((option) => fieldsIn(option, path))
    case 'intersection':
      return [...fieldsIn(def.left, path), ...fieldsIn(def.right, path)]
    case 'optional':
    case 'nullable':
    case 'nonoptional':
    case 'readonly':
    case 'default':
    case 'prefault':
    case 'catch':
      return fieldsIn(def.innerType, path)
    case 'tuple':
    case 'lazy':
    case 'pipe':
    case 'map':
    case 'set':
    case 'promise':
      throw cantLookInto(def.type, path)
    default:
      return []
  }
}

const cantLookInto = (type: string, path: PersonalField['path']) =>
  new TypeError(`A ${type} at ${textOf(path)} can't be looked into for personal fields`)

const textOf = (path: PersonalField['path']): string => path.map(String).join('.') || 'the top'

/** Options of a union may share a field. */
const distinct = (fields: readonly PersonalField[]): PersonalField[] => {
  const byPath = new Map<string, PersonalField>()
  for (const field of fields) {
    const key = JSON.stringify(field.path.map((step) => (step === each ? 0 : step)))
    const known = byPath.get(key)
    if (known && known.kind !== field.kind) {
      throw new TypeError(`The field ${textOf(field.path)} is of two kinds, ${known.kind} and ${field.kind}`)
    }
    byPath.set(key, field)
  }
  return [...byPath.values()]
}
