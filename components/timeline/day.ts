import type { Rows } from './rows'

/** Whether a row is the first of its day, in a zone or, without one, where the reader is. */
export const beginsDay = (rows: Rows, index: number, timeZone?: string): boolean =>
  index === rows.count - 1 || dayOf(rows.at(index).at, timeZone) !== dayOf(rows.at(index + 1).at, timeZone)

const dayOf = (iso: string, timeZone?: string): string =>
  new Date(iso).toLocaleDateString('en-GB', timeZone ? { timeZone } : undefined)
