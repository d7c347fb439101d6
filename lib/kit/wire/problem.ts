import * as z from 'zod'

/** How every refusal is told: RFC 9457, with a `code` to branch on and what else is known beside it. */
export const problem = z.looseObject({
  type: z.string().describe('/problems/ and the code'),
  title: z.string(),
  status: z.int().min(400).max(599),
  detail: z.string().describe('What is wrong and what can be done, for a person'),
  code: z.string().describe('Stable, for a program'),
})
export type Problem = z.infer<typeof problem>

/** One part of a request that could not be understood. */
export interface FieldProblem {
  /** Its path, like `recipient.city`; `body` for the whole body. */
  readonly field: string
  readonly message: string
}
