import { countColumns, findColumns } from '../header'
import type { Columns } from '../table'
import { splitFields } from './fields'
import type { Line } from './lines'

/** How a file's rows are written, as its header shows. */
export interface Layout {
  readonly separator: string
  /** How many columns a row has. */
  readonly columns: number
  /** Where the columns asked for stand. */
  readonly indexes: readonly number[]
}

const separators = [',', ';', '\t', '|']

/** What Excel takes for a hint, and some programs write before the header. */
const hint = /^sep=(.)$/i

export const isHint = ({ text }: Line): boolean => hint.test(text)

/** Reads the layout off the header: the separator is the one that finds the most columns. @throws ImportError */
export const readLayout = (fileName: string, { text }: Line, columns: Columns): Layout => {
  const headers = separators.map((separator) => ({
    separator,
    header: splitFields(text, separator).values.map((name) => name.trim()),
  }))
  const [best] = headers
    .map((each) => ({ ...each, found: countColumns(each.header, columns) }))
    .toSorted((one, other) => other.found - one.found)
  const { separator, header } = best as (typeof headers)[number]
  return { separator, columns: header.length, indexes: findColumns(fileName, header, columns) }
}
