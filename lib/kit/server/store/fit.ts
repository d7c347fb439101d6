/** What names, versions, positions and times have to be, so that every store takes and gives back the same. */

export const maxNameLength = 255
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const instant = /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const unkeepable = /\0|\p{Surrogate}/u

/** A text that Postgres keeps as it is. */
export const isKeepable = (text: unknown): text is string =>
  typeof text === 'string' && !unkeepable.test(text)

export const isName = (text: unknown): text is string =>
  isKeepable(text) && text.length > 0 && text.length <= maxNameLength

/** In lower case, as the database gives it back. */
export const isUuid = (text: unknown): boolean => typeof text === 'string' && uuid.test(text)

const isWhole = (value: unknown, max: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max

/** Of a stream; 0 is before its first event. */
export const isVersion = (version: unknown): boolean => isWhole(version, 2 ** 31 - 1)

/** Of the log; 0 is before its first event. */
export const isPosition = (position: unknown): boolean => isWhole(position, Number.MAX_SAFE_INTEGER)

/** How many: few enough to be counted by an integer of the database. */
export const isCount = (count: unknown): boolean => isWhole(count, 2 ** 31 - 1)

/** One that the calendar has: it is read back from the database as it was written. */
export const isInstant = (text: string): boolean => {
  if (!instant.test(text)) return false
  const time = new Date(text)
  return !Number.isNaN(time.getTime()) && time.toISOString() === text
}
