import type { Source } from '../source'
import type { Columns, Table } from '../table'
import { type RowProgress, readWorkbook } from './rows'
import { openWorkbook } from './workbook'

/** An .xlsx file as a table. @throws ImportError when it can't be read as one. */
export const openXlsxTable = async ({ name, path }: Source, columns: Columns): Promise<Table> => {
  const workbook = await openWorkbook(path, name)
  let progress: RowProgress = { bytes: 0, rows: 0 }
  const size = workbook.sheets.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0)
  return {
    name,
    size,
    bytesRead: () => progress.bytes,
    linesRead: () => progress.rows,
    rows: () => {
      progress = { bytes: 0, rows: 0 }
      return readWorkbook(workbook, name, columns, progress)
    },
    close: workbook.close,
  }
}
