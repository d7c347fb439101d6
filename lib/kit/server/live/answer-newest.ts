import type * as z from 'zod'
import { newestOnly } from '../limits/newest-only'
import type { Log } from '../log'

interface Refused {
  readonly type: 'refused'
  readonly code: 'Malformed' | 'Unavailable'
}

interface Options<Request, Answer> {
  readonly schema: z.ZodType<Request>
  readonly work: (request: Request) => Promise<Answer>
  /** The answer to one that another came after. */
  readonly superseded: Answer
  /** Hears of work that broke, in these words. */
  readonly log: Pick<Log, 'error'>
  readonly failure: string
}

/** Takes what a socket asks for, of which only the newest counts, and answers whatever becomes of it. */
export const answerNewest = <Request, Answer>(options: Options<Request, Answer>) => {
  const { schema, work, superseded, log, failure } = options
  const newest = newestOnly(work, superseded)
  return (payload: unknown, answer: (answer: Answer | Refused) => void): void => {
    // What a socket sends may be anything.
    const reply = typeof answer === 'function' ? answer : () => undefined
    const request = schema.safeParse(payload)
    if (request.success) {
      newest(request.data).then(reply, (error) => {
        log.error({ err: error }, failure)
        reply({ type: 'refused', code: 'Unavailable' })
      })
    } else reply({ type: 'refused', code: 'Malformed' })
  }
}
