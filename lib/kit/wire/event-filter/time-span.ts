/** From a millisecond up to, not including, another; both since 1970. */
export interface TimeSpan {
  readonly from: number
  readonly until: number
}

const written = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d))?)?Z?)?)?)?$/i

/** The time that a text like 2011, 2011-01-05 or 2011-01-05T10:30 names, in UTC; undefined where it names none. */
export const timeSpanOf = (text: string): TimeSpan | undefined => {
  const [, ...digits] = written.exec(text) ?? []
  const given = digits.filter((part) => part !== undefined).map(Number)
  if (given.length === 0) return undefined
  const from = utc(given)
  if (!isWritten(from, given)) return undefined
  return { from, until: utc([...given.slice(0, -1), (given.at(-1) ?? 0) + 1]) }
}

const utc = ([year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0]: readonly number[]): number =>
  Date.UTC(year, month - 1, day, hour, minute, second)

/** There is no 31st of February, and no 25th hour. */
const isWritten = (time: number, given: readonly number[]): boolean => {
  const date = new Date(time)
  const parts = [
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  ]
  return given.every((part, index) => part === parts[index])
}
