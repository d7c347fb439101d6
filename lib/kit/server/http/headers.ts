import type * as z from 'zod'
import { fieldsOf } from './fields'

/** Of a request's headers those that a schema names, by the names it gives them. */
export const readHeaders = (sent: Headers, schema: z.ZodType | undefined): Record<string, string> =>
  Object.fromEntries(
    fieldsOf(schema).flatMap((name) => {
      const value = sent.get(name)
      return value === null ? [] : [[name, value.trim()]]
    }),
  )
