import { pipeline } from 'node:stream'
import { ImportError } from '../import-error'
import type { OpenedFile } from '../source'
import type { Columns, TableRow } from '../table'
import { isHint, readLayout } from './layout'
import type { createLineCutter, Line } from './lines'
import { createRecords } from './records'
import { decoderFor } from './utf16'

/** A file's lines as they come, a few hundred at a time. */
export type LineCutter = ReturnType<typeof createLineCutter>

/**
 * The rows of a CSV file with the columns asked for, found by the names in its first line. Streams.
 * @throws ImportError when a column is missing, or when the file can't be read on.
 */
export async function* readCsv(
  file: OpenedFile,
  name: string,
  columns: Columns,
  cutter: LineCutter,
): AsyncGenerator<readonly TableRow[]> {
  let records: ReturnType<typeof createRecords> | undefined
  for await (const lines of linesOf(file, name, cutter)) {
    const above: TableRow[] = []
    while (!records && above.length < lines.length) {
      const line = lines[above.length] as Line
      const isBlank = line.text.trim() === ''
      if (!isBlank && !isHint(line)) records = recordsBelow(line, name, columns)
      above.push({ type: isBlank ? 'blank' : 'header', line: line.number, lines: 1 })
    }
    if (above.length > 0) yield above
    if (records) yield records.add(above.length > 0 ? lines.slice(above.length) : lines)
  }
  if (!records) throw new ImportError(`${name}: The file is empty.`)
  yield records.end()
}

const recordsBelow = (header: Line, name: string, columns: Columns) => {
  const layout = readLayout(name, header, columns)
  const { indexes } = layout
  return createRecords({
    ...layout,
    isRow: (fields) =>
      fields.length > layout.columns / 2 && columns.isRow(indexes.map((index) => fields[index]?.trim())),
    pick: (fields) => indexes.map((index) => (fields[index] ?? '').trim()),
  })
}

/** Also as it looks where the rest of the line isn't UTF-8. */
const utf8Mark = /^(\ufeff|\u00ef\u00bb\u00bf)/

async function* linesOf(file: OpenedFile, name: string, cutter: LineCutter): AsyncGenerator<Line[]> {
  // An error of either comes out where the bytes are read.
  pipeline(file.bytes, file.unpack, () => undefined)
  let decode: ((bytes: Buffer) => Buffer) | undefined
  let isFirst = true
  const withoutMark = (lines: Line[]): Line[] => {
    const [first, ...others] = lines
    if (!isFirst || !first) return lines
    isFirst = false
    return [{ ...first, text: first.text.replace(utf8Mark, '') }, ...others]
  }
  try {
    for await (const bytes of file.unpack as AsyncIterable<Buffer>) {
      decode ??= decoderFor(bytes)
      yield withoutMark(cutter.cut(decode(bytes)))
    }
  } catch (error) {
    throw explain(name, error as NodeJS.ErrnoException)
  }
  yield withoutMark(cutter.rest())
}

const explain = (name: string, error: NodeJS.ErrnoException): Error => {
  const { code = '', message } = error
  if (code === 'Z_BUF_ERROR') return new ImportError(`${name}: The gzip file is cut off.`)
  if (code.startsWith('Z_')) return new ImportError(`${name}: The gzip file is damaged (${message}).`)
  return error
}
