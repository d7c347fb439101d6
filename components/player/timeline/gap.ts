import { idleMs } from '@/lib/kit/client/scan/run'
import type { Row } from './row'
import type { Rows } from './rows'

/** How long nothing happened before a row, in milliseconds; undefined where that wasn't long, or isn't known. */
export const idleBefore = (rows: Rows, index: number): number | undefined => {
  if (index + 1 >= rows.count) return undefined
  const began = beginOf(rows.at(index))
  const ended = rows.at(index + 1).at
  if (began === undefined || ended === undefined) return undefined
  const ms = Date.parse(began) - Date.parse(ended)
  return ms > idleMs ? ms : undefined
}

/** When the first of what a row shows occurred; below an open run's row are its own events. */
const beginOf = (row: Row): string | undefined => {
  if (row.type === 'event') return row.at
  return row.isOpen ? undefined : row.since
}
