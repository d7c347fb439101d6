import { createLineCutter } from './csv/lines'
import { readCsv } from './csv/rows'
import { ImportError } from './import-error'
import type { OpenedFile, Source } from './source'
import type { Columns, Table } from './table'
import { openXlsxTable } from './xlsx/table'

/** A source's rows, as what it is. @throws ImportError when that can't be read. */
export const openTable = async (source: Source, columns: Columns): Promise<Table> => {
  switch (source.kind) {
    case 'text':
    case 'gzip':
      return csvTable(source, columns)
    case 'zip':
      return openXlsxTable(source, columns)
    case 'ole':
      throw new ImportError(
        `${source.name}: An Excel file of the old kind (.xls), or one with a password. Open it and save it as .xlsx or as CSV.`,
      )
  }
}

/** What a CSV file's text can be read from: a file, or what stands for one. */
export type CsvSource = Pick<Source, 'name' | 'size' | 'open'>

export const csvTable = ({ name, size, open }: CsvSource, columns: Columns): Table => {
  let file: OpenedFile | undefined
  let cutter = createLineCutter()
  return {
    name,
    size,
    bytesRead: () => file?.bytes.bytesRead ?? 0,
    linesRead: () => cutter.count(),
    rows: () => {
      file = open()
      cutter = createLineCutter()
      return readCsv(file, name, columns, cutter)
    },
    close: () => undefined,
  }
}
