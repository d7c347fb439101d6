import type * as z from 'zod'
import type { Malformed } from '../../kit/wire/answers'

type Input<Value> =
  | { readonly type: 'parsed'; readonly value: Value }
  | { readonly type: 'rejected'; readonly rejection: Malformed }

/** What a server action was called with: anybody may call it with anything. */
export const parseInput = <Value>(schema: z.ZodType<Value>, raw: unknown): Input<Value> => {
  const parsed = schema.safeParse(raw)
  if (parsed.success) return { type: 'parsed', value: parsed.data }
  const fields = parsed.error.issues.map((issue) => issue.path.join('.') || 'command')
  return { type: 'rejected', rejection: { type: 'Malformed', fields } }
}
