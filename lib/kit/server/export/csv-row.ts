export type Cell = string | number | null | undefined

/** What a spreadsheet may take for a formula, also in its full-width form; the guard itself, so that it can be told. */
const risky = /^['=+\-@\t\r\n＝＋－＠]/

const special = /[",\r\n]/

/** A row of RFC 4180. Texts that could be run as formulas get an apostrophe before them, and so do those that begin with one. */
export const csvRow = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`

const csvCell = (cell: Cell): string => {
  if (typeof cell !== 'string') return String(cell ?? '')
  const guarded = risky.test(cell) ? `'${cell}` : cell
  return special.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
