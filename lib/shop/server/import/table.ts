/** Where a row stands: the line it begins in, from 1, how many lines it takes, and in a workbook its sheet. */
export interface Place {
  readonly line: number
  readonly lines: number
  readonly sheet?: string | undefined
}

/** Why a row's values can't be told. */
export type RowFault = 'wrongColumns' | 'quoteOverRows' | 'quoteNotClosed' | 'lineTooLong' | 'otherSheet'

/** What stands in a file's lines. Every line is in exactly one row. */
export type TableRow = Place &
  (
    | { readonly type: 'header' | 'blank' }
    /** In the order of the columns asked for. */
    | { readonly type: 'values'; readonly values: readonly string[] }
    | { readonly type: 'refused'; readonly reason: RowFault }
  )

/** A column by the names that it goes by, and what rows are told by. */
export interface Columns {
  /** For each column its names, the usual one first. Case, spaces and marks in them don't matter. */
  readonly names: readonly (readonly [string, ...string[]])[]
  /** The same of columns that a file may lack: their values are blank then. They come after the others. */
  readonly optional?: readonly (readonly [string, ...string[]])[] | undefined
  /** Is it surely a row of its own, and no more of the field that the row before it left open? */
  readonly isRow: (values: readonly (string | undefined)[]) => boolean
}

/** A file of rows, which can be read more than once. */
export interface Table {
  readonly name: string
  readonly size: number
  /** How much of the file as it lies there was read, by whoever reads it now. */
  readonly bytesRead: () => number
  /** How many lines were found in it, by whoever reads it now. */
  readonly linesRead: () => number
  /** From the first on, some at a time. @throws ImportError when a column is missing, or the file can't be read on. */
  readonly rows: () => AsyncGenerator<readonly TableRow[]>
  readonly close: () => void
}
