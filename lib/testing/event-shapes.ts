import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import * as z from 'zod'
import type { EventType } from '../kit/events/event-type'
import { personalKindOf } from '../kit/events/personal'
import { type JsonSchema, valuesOf } from './json-schema-values'

/** What may stand in the log, by event and version: `ItemAdded.v1`. */
export type LockedSchemas = Readonly<Record<string, JsonSchema>>

/** The data an event type is written with at its current version: what has a default may be absent, what is personal is marked so. */
export const storedSchema = ({ data, defaults = {} }: Pick<EventType, 'data' | 'defaults'>): JsonSchema => {
  const {
    $schema: _,
    '~standard': __,
    ...schema
  } = z.toJSONSchema(data, { io: 'input', override: markPersonal })
  return { ...schema, required: schema.required?.filter((field) => !(field in defaults)) }
}

const markPersonal = ({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: JsonSchema }) => {
  const kind = personalKindOf(zodSchema)
  if (kind) jsonSchema.personal = kind
}

/** Where a locked schema is marked personal, and of which kind: `guests.Symbol(each).name: profile`. */
export const personalIn = (schema: JsonSchema, path: readonly string[] = []): string[] => {
  if (schema.personal) return [`${path.join('.')}: ${schema.personal}`]
  const { properties = {}, items, additionalProperties: values, anyOf, oneOf, allOf } = schema
  const each = [items, values].filter((member) => typeof member === 'object') as JsonSchema[]
  return [
    ...Object.entries(properties).flatMap(([name, member]) =>
      personalIn(member as JsonSchema, [...path, name]),
    ),
    ...each.flatMap((member) => personalIn(member, [...path, 'Symbol(each)'])),
    ...[anyOf, oneOf, allOf].flatMap((options = []) =>
      options.flatMap((option) => personalIn(option as JsonSchema, path)),
    ),
  ]
}

/** The lock file's text: keys sorted at every depth, so that only what changed shows in a diff. */
export const lockText = (schemas: LockedSchemas): string => `${JSON.stringify(sorted(schemas), null, 2)}\n`

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]))
}

interface Read {
  readonly data: object
  readonly schema: z.ZodType
}

/**
 * Data that a locked schema allows and that doesn't survive: reading it fails, or the current schema refuses
 * it, or drops or alters something of it. Undefined when none was found.
 */
export const findLost = (
  locked: JsonSchema,
  read: (stored: object) => Read,
): { readonly data: unknown; readonly why: string } | undefined => {
  const survives = fc.property(valuesOf(locked), (stored) => whyLost(stored as object, read) === undefined)
  const { counterexample } = fc.check(survives, { numRuns: 300 })
  if (!counterexample) return undefined
  const [data] = counterexample
  return { data, why: whyLost(data as object, read) ?? '' }
}

const whyLost = (stored: object, read: (stored: object) => Read): string | undefined => {
  try {
    const { data, schema } = read(stored)
    const parsed = schema.safeParse(data)
    if (!parsed.success) return `the current schema refuses it: ${z.prettifyError(parsed.error)}`
    return isDeepStrictEqual(parsed.data, data) ? undefined : 'the current schema drops or alters some of it'
  } catch (error) {
    return `reading it fails: ${error}`
  }
}
