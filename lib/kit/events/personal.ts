import * as z from 'zod'
import type { Erased } from '../kernel/erased'

/** Which of a person's two keys a field is sealed with: `accounting` is for what the law keeps longer. */
export type PersonalKind = 'profile' | 'accounting'

const kinds = z.registry<{ readonly kind: PersonalKind }>()

const erasedField = z
  .strictObject({ $erased: z.literal(true) })
  .describe('Of a person who was erased') satisfies z.ZodType<Erased>

/**
 * Declares a field of an event as personal: it is sealed when it is logged, and reads as `Erased` once its key is gone.
 * May stand at any depth of the event's schema.
 */
export const personal = <Field extends z.ZodType>(field: Field, kind: PersonalKind) => {
  const schema = z.union([field, erasedField])
  kinds.add(schema, { kind })
  return schema
}

/** The kind of a schema that was declared personal; of one made of it by `describe` or `refine`, too. */
export const personalKindOf = (schema: z.core.$ZodType): PersonalKind | undefined => kinds.get(schema)?.kind
