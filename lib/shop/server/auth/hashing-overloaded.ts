import type { TooBusy } from '../../wire/password'

/** Could a password not be hashed for now, because too many others were? */
export const isHashingOverloaded = (error: unknown): boolean =>
  error instanceof Error && (error as { body?: { code?: unknown } }).body?.code === 'OVERLOADED'

/** An answer, or that too many others have passwords hashed right now. */
export const orTooBusy = <Answer>(answering: Promise<Answer>): Promise<Answer | TooBusy> =>
  answering.catch((error) => {
    if (isHashingOverloaded(error)) return { type: 'TooBusy' }
    throw error
  })
