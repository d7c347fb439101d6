import * as z from 'zod'

const digits = /^\d{1,16}$/

/** A whole number as a query has it: decimal digits and nothing else. */
export const wholeNumber = (min: number, max: number) =>
  z.preprocess(
    (value) => (typeof value === 'string' && digits.test(value) ? Number(value) : value),
    z.int('must be a whole number').min(min, `must be at least ${min}`).max(max, `must be at most ${max}`),
  )

/** Versions are 32-bit numbers in the database, and one more has to fit. */
export const largestVersion = 2 ** 31 - 2

const defaultLimit = 100
const maxLimit = 1000

/** How many a page holds at most. */
export const pageLimit = wholeNumber(1, maxLimit).default(defaultLimit).describe('How many at most')

/** An ISO 8601 time with its offset. In a query an unescaped `+` arrives as a space. */
export const instant = z.preprocess(
  (value) => (typeof value === 'string' ? value.replace(' ', '+') : value),
  z.iso.datetime({ offset: true, error: 'must be an ISO 8601 time like 2026-11-21T14:03:22Z' }),
)

/** The name of an event's type, as a query asks for it. */
export const eventName = z.string().regex(/^[A-Za-z]{1,64}$/, 'must be the name of an event')

/** Where a page of the log's events begins. */
export const afterPosition = wholeNumber(0, Number.MAX_SAFE_INTEGER)
  .default(0)
  .describe('Only events after this position')

/** Where a page of a stream's events begins. */
export const afterVersion = wholeNumber(0, largestVersion)
  .default(0)
  .describe('Only events after this version')

const onNext = 'Ask again with this as `after`; null when there are no more'

/** Where the next page begins, for lists that go on after a number. */
export const nextNumber = z.int().nullable().describe(onNext)

/** Where the next page begins, for lists that go on after a key. */
export const nextKey = z.string().nullable().describe(onNext)
