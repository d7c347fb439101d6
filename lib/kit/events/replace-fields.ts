import { each, type PersonalField } from './personal-fields'

/** A value that stands at a personal field. */
export interface FoundField extends Pick<PersonalField, 'kind'> {
  /** Names of members, and indexes of items. */
  readonly path: readonly string[]
  readonly value: unknown
}

/** The values that stand at personal fields of an event's data. */
export const findFields = (data: object, fields: readonly PersonalField[]): FoundField[] =>
  fields.flatMap(({ path, kind }) => valuesAt(data, path, []).map((found) => ({ ...found, kind })))

const valuesAt = (
  value: unknown,
  [step, ...rest]: PersonalField['path'],
  path: readonly string[],
): Omit<FoundField, 'kind'>[] => {
  if (step === undefined) return value === undefined ? [] : [{ path, value }]
  if (typeof value !== 'object' || value === null) return []
  const members = step === each ? Object.keys(value) : Object.hasOwn(value, step) ? [step] : []
  return members.flatMap((name) => valuesAt((value as Record<string, unknown>)[name], rest, [...path, name]))
}

/** A copy of an event's data with another value at each of the fields; what lies beside them is shared. */
export const replaceFields = (data: object, fields: readonly Omit<FoundField, 'kind'>[]): object =>
  fields.reduce((copy, { path, value }) => replaceAt(copy, path, value) as object, data)

const replaceAt = (whole: unknown, [name, ...rest]: readonly string[], value: unknown): unknown => {
  if (name === undefined) return value
  const member = replaceAt((whole as Record<string, unknown>)[name], rest, value)
  return Array.isArray(whole) ? whole.with(Number(name), member) : { ...(whole as object), [name]: member }
}
