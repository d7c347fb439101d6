import * as z from 'zod'
import { wholeNumber } from './api-fields'

/** What a read may ask for: that it comes after what was written at a position of the log. */
export const readAfter = z.object({
  waitFor: wholeNumber(0, Number.MAX_SAFE_INTEGER)
    .optional()
    .describe("A command's `position`: answer when this is known here, or after two seconds as it is then"),
})

/** What a read answers besides. */
export const freshness = z.object({
  asOf: z.int().min(0).describe('Everything up to this position of the log is in this answer'),
  behind: z.boolean().describe('It has not come to the position that was waited for'),
})
