import * as z from 'zod'

/** The names of the fields that a query or headers may have. */
export const fieldsOf = (schema: z.ZodType | undefined): string[] => {
  if (!schema) return []
  if (!(schema instanceof z.ZodObject)) throw new Error('An endpoint names the fields it takes in an object')
  return Object.keys(schema.shape)
}
