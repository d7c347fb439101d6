import { spanOf } from '../../wire/search/moments'
import type { ValueRange } from '../../wire/search/query'

/** A range over numbers: `column` is compared with what `value` makes of its ends. */
export const numberRangeSql = (range: ValueRange, column: string, value: (text: string) => string): string =>
  range.op === '..'
    ? `${column} BETWEEN ${value(range.from)} AND ${value(range.to)}`
    : `${column} ${range.op} ${value(range.value)}`

/** A range over moments, each of which is a span: after a day means after its end. */
export const timeRangeSql = (range: ValueRange, column: string, value: (iso: string) => string): string => {
  const first = spanOf(range.op === '..' ? range.from : range.value)
  const last = range.op === '..' ? spanOf(range.to) : first
  if (!first || !last) throw new Error(`A range of times that can't be read: ${JSON.stringify(range)}`)
  const since = (iso: string) => `${column} >= ${value(iso)}::timestamptz`
  const before = (iso: string) => `${column} < ${value(iso)}::timestamptz`
  switch (range.op) {
    case '>':
      return since(last.end)
    case '>=':
      return since(first.start)
    case '<':
      return before(first.start)
    case '<=':
      return before(last.end)
    default:
      return `${since(first.start)} AND ${before(last.end)}`
  }
}
