import { placeText } from '../remarks'
import type { TableRow } from '../table'
import type { RetailValues } from './columns'
import { type DateOrder, orderOf } from './date'
import { type DecimalMark, markOf } from './decimal'

/** How a file writes its dates and numbers; undefined where it doesn't show, or shows both. */
export interface Conventions {
  readonly dates: DateOrder | undefined
  readonly decimals: DecimalMark | undefined
}

/** What a column's values show, each of the two with the place that shows it first; or with none where it was told. */
export type Evidence<Convention extends string> = ReadonlyMap<Convention, string | undefined>

export interface Survey {
  readonly dates: Evidence<DateOrder>
  readonly decimals: Evidence<DecimalMark>
}

/**
 * Looks over a whole file for what its columns show: one date with a field over 12 tells how all of its dates are
 * meant. Stops early when told to.
 */
export const surveyRows = async (
  rows: AsyncIterable<readonly TableRow[]>,
  signal?: AbortSignal,
): Promise<Survey> => {
  const dates = new Map<DateOrder, string>()
  const decimals = new Map<DecimalMark, string>()
  for await (const some of rows) {
    if (signal?.aborted) break
    for (const row of some) {
      if (row.type !== 'values') continue
      const [, , , quantity, date, price] = row.values as RetailValues
      note(dates, orderOf(date), row)
      note(decimals, markOf(quantity), row)
      note(decimals, markOf(price), row)
    }
  }
  return { dates, decimals }
}

const note = <Convention>(
  found: Map<Convention, string>,
  shown: Convention | undefined,
  row: TableRow,
): void => {
  if (shown !== undefined && !found.has(shown)) found.set(shown, placeText(row))
}

/** How a file is read, as its survey shows. */
export const conventionsOf = ({ dates, decimals }: Survey): Conventions => ({
  dates: only(dates),
  decimals: only(decimals),
})

/** What a column's values come to: one convention, or none where they show none or both. */
export const only = <Convention extends string>(evidence: Evidence<Convention>): Convention | undefined =>
  evidence.size === 1 ? [...evidence.keys()][0] : undefined
