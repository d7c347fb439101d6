import fc from 'fast-check'
import type * as z from 'zod'

export type JsonSchema = z.core.JSONSchema.BaseSchema

/** Values a JSON schema allows, its limits among them. Throws for a type or a format it has no values for. */
export const valuesOf = (schema: JsonSchema): fc.Arbitrary<unknown> => {
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if ('const' in schema) return fc.constant(schema.const)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map((choice) => valuesOf(choice as JsonSchema)))
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type) => valuesOf({ ...schema, type })))
  if (Object.keys(schema).length === 0) return anything
  const known = ofType[schema.type ?? '']
  if (!known) throw new Error(`No values for the JSON schema ${JSON.stringify(schema)}`)
  return known(schema)
}

/** What a schema allows that says nothing: JSON that the log can keep. */
const anything = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string()))

const objects = ({ properties = {}, required = [], additionalProperties }: JsonSchema) => {
  const fields: Record<string, fc.Arbitrary<unknown>> = {}
  for (const [name, field] of Object.entries(properties)) fields[name] = valuesOf(field as JsonSchema)
  const named = fc.record(fields, { requiredKeys: required, noNullPrototype: true })
  if (typeof additionalProperties !== 'object') return named
  // Whoever parses leaves this one out.
  const name = fc.string().filter((text) => text !== '__proto__')
  const others = fc.dictionary(name, valuesOf(additionalProperties as JsonSchema), {
    noNullPrototype: true,
  })
  return fc.tuple(named, others).map(([own, more]) => ({ ...more, ...own }))
}

const integers = ({ minimum, maximum }: JsonSchema) => {
  const min = minimum ?? Number.MIN_SAFE_INTEGER
  const max = maximum ?? Number.MAX_SAFE_INTEGER
  return fc.oneof(fc.constantFrom(min, max), fc.integer({ min, max }))
}

const numbers = ({ minimum = -Number.MAX_VALUE, maximum = Number.MAX_VALUE }: JsonSchema) =>
  fc.double({ noNaN: true, min: minimum, max: maximum }).filter((number) => !Object.is(number, -0))

const longest = 1_000

const strings = ({ pattern, format, minLength = 0, maxLength = longest }: JsonSchema) => {
  if (pattern) return fc.stringMatching(new RegExp(pattern))
  if (format) throw new Error(`No values for strings of the format ${format}`)
  const lengths = fc.oneof(
    fc.constantFrom(minLength, maxLength),
    fc.integer({ min: minLength, max: maxLength }),
  )
  return lengths.chain((length) =>
    fc.string({ minLength: length, maxLength: length, unit: fc.constantFrom(..."aZ0 -'é\n") }),
  )
}

const arrays = ({ items, minItems = 0, maxItems = minItems + 5 }: JsonSchema) =>
  fc.array(valuesOf(items as JsonSchema), { minLength: minItems, maxLength: maxItems })

const ofType: Readonly<Record<string, (schema: JsonSchema) => fc.Arbitrary<unknown>>> = {
  object: objects,
  integer: integers,
  number: numbers,
  string: strings,
  array: arrays,
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
}
