import type { Rows } from './rows'

/** Whether a row is the first of its day: the reader's, or before the reader's zone is known, UTC's. */
export const beginsDay = (rows: Rows, index: number, zone: 'local' | 'UTC'): boolean =>
  index === rows.count - 1 || dayOf(rows.at(index).at, zone) !== dayOf(rows.at(index + 1).at, zone)

const dayOf = (iso: string | undefined, zone: 'local' | 'UTC'): string | undefined =>
  iso && (zone === 'UTC' ? iso.slice(0, 10) : new Date(iso).toDateString())
