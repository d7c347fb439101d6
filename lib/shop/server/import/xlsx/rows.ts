import { countColumns, findColumns } from '../header'
import { ImportError } from '../import-error'
import type { Columns, TableRow } from '../table'
import { createRowReader, type SheetRow } from './cells'
import { readSharedStrings } from './strings'
import type { Sheet, Workbook } from './workbook'
import { createXmlFeed } from './xml'

/** Hears how much was unpacked and how many rows were found. */
export interface RowProgress {
  bytes: number
  rows: number
}

/**
 * The rows of a workbook's sheets, one sheet after the other. Streams. A sheet without the columns asked for is
 * passed over, each of its rows as refused, as long as another has them. @throws ImportError
 */
export async function* readWorkbook(
  workbook: Workbook,
  fileName: string,
  columns: Columns,
  progress: RowProgress,
): AsyncGenerator<readonly TableRow[]> {
  const strings = await readSharedStrings(workbook, fileName)
  let headers = 0
  let other: readonly string[] | undefined
  for (const sheet of workbook.sheets) {
    let toRow: ((row: SheetRow) => TableRow) | undefined
    for await (const rows of rowsOf(workbook, sheet, fileName, strings, progress)) {
      yield rows.map((row): TableRow => {
        if (toRow) return toRow(row)
        const place = placeOf(sheet, row)
        if (isBlank(row)) return { ...place, type: 'blank' }
        const header = Array.from(row.cells, (cell) => cell ?? '')
        if (countColumns(header, columns) < columns.names.length) {
          other ??= header
          toRow = (each) => ({ ...placeOf(sheet, each), type: 'refused', reason: 'otherSheet' })
          return toRow(row)
        }
        headers++
        toRow = rowReader(sheet, findColumns(fileName, header, columns))
        return { ...place, type: 'header' }
      })
    }
  }
  if (headers > 0) return
  if (other) findColumns(fileName, other, columns)
  throw new ImportError(`${fileName}: The file is empty.`)
}

const rowReader =
  (sheet: Sheet, indexes: readonly number[]) =>
  (row: SheetRow): TableRow =>
    isBlank(row)
      ? { ...placeOf(sheet, row), type: 'blank' }
      : {
          ...placeOf(sheet, row),
          type: 'values',
          values: indexes.map((index) => (row.cells[index] ?? '').trim()),
        }

const placeOf = ({ name }: Sheet, { number }: SheetRow) => ({ line: number, lines: 1, sheet: name })

const isBlank = ({ cells }: SheetRow): boolean =>
  !cells.some((cell) => cell !== undefined && cell.trim() !== '')

/** A sheet's rows as they are unpacked, some at a time. */
async function* rowsOf(
  workbook: Workbook,
  { entry }: Sheet,
  fileName: string,
  strings: readonly string[],
  progress: RowProgress,
): AsyncGenerator<SheetRow[]> {
  let found: SheetRow[] = []
  const feed = createXmlFeed(
    fileName,
    createRowReader(strings, (row) => {
      progress.rows++
      found.push(row)
    }),
  )
  const pieces = workbook.read(entry, (bytes) => {
    progress.bytes += bytes
  })
  for await (const piece of pieces) {
    feed.add(piece)
    if (found.length === 0) continue
    yield found
    found = []
  }
  feed.end()
}
