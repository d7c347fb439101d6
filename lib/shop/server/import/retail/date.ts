import { instantOf } from './instant'
import { readTime } from './time'

export type DateOrder = 'day-first' | 'month-first'

export interface ReadDate {
  readonly type: 'date'
  /** ISO 8601, UTC. */
  readonly at: string
}

/** It could be either of the two, as the day or the month comes first. */
export interface TwoDates {
  readonly type: 'twoDates'
  readonly dayFirst: string
  readonly monthFirst: string
}

const yearFirst = /^(?<year>\d{4})([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})$/
const yearLast = /^(?<first>\d{1,2})(?<mark>[-/.])(?<second>\d{1,2})\2(?<year>\d{4}|\d{2})$/
const named = /^(?<day>\d{1,2})[-\s.]+(?<name>[a-z]{3,9})\.?[-\s,]+(?<year>\d{4}|\d{2})$/i
const namedFirst = /^(?<name>[a-z]{3,9})\.?\s+(?<day>\d{1,2}),?\s+(?<year>\d{4})$/i
const serial = /^\d{4,5}(?:[.,]\d+)?$/

/** No date is longer; what is isn't looked at. */
const longest = 40

/** What stands before a time: all up to it, without the `T` or the spaces between. */
const dateAndTime = /^(?<date>.*?)(?:(?:[T\s]|,\s)\s*(?<time>\d{1,2}:.*))?$/i

/**
 * A date with or without a time as ISO 8601; undefined when it is none that exists. It stands at the offset that it
 * names, else at none: read as UTC. The order is its column's, for what could be two dates.
 */
export const readDate = (text: string, order: DateOrder | undefined): ReadDate | TwoDates | undefined => {
  if (text.length > longest) return undefined
  if (serial.test(text)) return readSerial(Number(text.replace(',', '.')))
  const { date = '', time: timeText } = dateAndTime.exec(text)?.groups ?? {}
  const time = readTime(timeText)
  if (!time) return undefined
  const iso = yearFirst.exec(date)?.groups
  if (iso) return one(instantOf(Number(iso.year), Number(iso.month), Number(iso.day), time))
  const withName = (named.exec(date) ?? namedFirst.exec(date))?.groups
  if (withName) {
    const { year = '', name = '', day } = withName
    return one(instantOf(fullYear(year), monthNamed(name), Number(day), time))
  }

  const parts = yearLast.exec(date)?.groups
  if (!parts) return undefined
  const [year, first, second] = [fullYear(parts.year ?? ''), Number(parts.first), Number(parts.second)]
  const dayFirst = instantOf(year, second, first, time)
  // Points are written where the day comes first, and nowhere else.
  const monthFirst = parts.mark === '.' ? undefined : instantOf(year, first, second, time)
  if (!dayFirst || !monthFirst || dayFirst === monthFirst) return one(dayFirst ?? monthFirst)
  if (order) return one(order === 'day-first' ? dayFirst : monthFirst)
  return { type: 'twoDates', dayFirst, monthFirst }
}

const one = (at: string | undefined): ReadDate | undefined => (at ? { type: 'date', at } : undefined)

/** Which order a date shows to be its column's: one of the two would be no month. */
export const orderOf = (text: string): DateOrder | undefined => {
  const [, first, second] = /^(\d{1,2})[-/](\d{1,2})[-/]\d/.exec(text) ?? []
  if (isDay(first) === isDay(second)) return undefined
  return isDay(first) ? 'day-first' : 'month-first'
}

const isDay = (field: string | undefined): boolean => Number(field) > 12 && Number(field) <= 31

/** Two digits are of the years from 1970 to 2069. */
const fullYear = (year: string): number =>
  year.length === 4 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900)

const months = 'january february march april may june july august september october november december'.split(
  ' ',
)

/** From 1; 0 when it is no month. */
const monthNamed = (name: string): number =>
  months.findIndex((month) => month.startsWith(name.toLowerCase())) + 1

const dayMs = 86_400_000
/** Excel counts days from here, since it takes 1900 for a leap year. */
const dayZero = Date.UTC(1899, 11, 30)
/** From 1954 to 2119: what else is a number isn't taken for a date. */
const serialDays = { from: 20_000, to: 80_000 }

/** A date as Excel keeps it: days, and the time as a part of one. To the second, as they are that exact. */
const readSerial = (days: number): ReadDate | undefined => {
  if (days < serialDays.from || days > serialDays.to) return undefined
  return one(new Date(dayZero + Math.round((days * dayMs) / 1000) * 1000).toISOString())
}
