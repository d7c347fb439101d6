import * as z from 'zod'
import { instant, wholeNumber } from './api-fields'

/** As of when a state is asked for: one moment at most, and now where none is given. */
export const momentQuery = z
  .object({
    version: wholeNumber(0, Number.MAX_SAFE_INTEGER)
      .optional()
      .describe('As of this version; 0 is before its first event'),
    at: instant.optional().describe('As of this time: up to its last event that had occurred by then'),
    position: wholeNumber(0, Number.MAX_SAFE_INTEGER)
      .optional()
      .describe('As of this place in the whole log'),
  })
  .refine(
    ({ version, at, position }) =>
      [version, at, position].filter((moment) => moment !== undefined).length <= 1,
    { path: ['at'], message: 'must be the only moment that is given' },
  )
export type MomentQuery = z.infer<typeof momentQuery>
