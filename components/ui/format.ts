import { memoizeByKey } from './memoize-by-key'

const clockIn = memoizeByKey(
  (timeZone: string | undefined) => new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone }),
)

const dateTimeIn = memoizeByKey(
  (timeZone: string | undefined) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone }),
)

const wholeNumber = new Intl.NumberFormat('en-US')

/** Clock time, local unless a zone is named: 14:03:22. */
export const formatClock = (iso: string, timeZone?: string): string => clockIn(timeZone).format(new Date(iso))

/** Date and clock time, local unless a zone is named: 21 Nov 2026, 14:03:22. */
export const formatDateTime = (iso: string, timeZone?: string): string =>
  dateTimeIn(timeZone).format(new Date(iso))

/** The same instant in UTC: 2026-11-21 14:03:22 UTC. */
export const formatUtc = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`

/** A whole number as people write it: 80,995. */
export const formatCount = (n: number): string => wholeNumber.format(n)

/** "1 item", "2 items". */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${formatCount(n)} ${n === 1 ? one : many}`
