import type * as z from 'zod'
import type { FieldProblem } from '../../wire/problem'
import { type HttpRefusal, refuse } from './refusal'

/** The request could not be understood; every field that is to blame is named. */
export const malformed = (errors: readonly FieldProblem[]): HttpRefusal => {
  const [first] = errors
  const detail = `${first?.field} ${first?.message}`
  const others = errors.length > 1 ? ` (and ${errors.length - 1} more, see errors)` : ''
  return refuse(400, 'Malformed', `${detail}${others}.`, { data: { errors } })
}

export type Parsed<Value> = { readonly type: 'parsed'; readonly value: Value } | HttpRefusal

const inOurWords = {
  error: ({ input }: { readonly input?: unknown }) => (input === undefined ? 'is required' : undefined),
}

/** Parses a part of a request; `whole` names the part where the part itself is to blame. */
export const parsePart = <Value>(schema: z.ZodType<Value>, input: unknown, whole: string): Parsed<Value> => {
  const parsed = schema.safeParse(input, inOurWords)
  if (parsed.success) return { type: 'parsed', value: parsed.data }
  return malformed(
    parsed.error.issues.map(({ path, message }) => ({ field: path.map(String).join('.') || whole, message })),
  )
}
