import type { TimeOfDay } from './time'

/** A date and a time as ISO 8601 in UTC; undefined when there is no such day. */
export const instantOf = (year: number, month: number, day: number, time: TimeOfDay): string | undefined => {
  if (year < 1000) return undefined
  const { hour, minute, second, ms, offsetMinutes } = time
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second, ms))
  // The 30th of February would be taken for the 2nd of March.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  const iso = new Date(date.getTime() - offsetMinutes * 60_000).toISOString()
  return iso.startsWith('+') ? undefined : iso
}
