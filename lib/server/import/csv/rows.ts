import { pipeline } from 'node:stream'
import { CsvError, type Info, type Parser, parse } from 'csv-parse'
import { ImportError } from '../import-error'
import type { CsvSource } from './source'
import { textOf } from './text'

export interface CsvRow {
  /** Where it ends in the file, from 1. */
  readonly line: number
  /** In the order of the columns asked for; undefined when the row has too few or too many. */
  readonly values: readonly string[] | undefined
}

const maxRowBytes = 65_536

/**
 * The rows of a CSV file with the columns asked for, found by the names in its first line. Streams.
 * @throws ImportError when a column is missing, or, on the way, when the file can't be read on.
 */
export const openRows = async (
  source: CsvSource,
  columns: readonly string[],
): Promise<AsyncGenerator<CsvRow>> => {
  const parser = parse({
    bom: true,
    encoding: 'latin1',
    info: true,
    max_record_size: maxRowBytes,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  })
  // An error of any of them comes out where records are taken from the parser.
  pipeline(source.bytes, source.unpack, parser, () => undefined)
  const records = recordsOf(parser, source.name)

  const first = await records.next()
  if (first.done) throw new ImportError(`${source.name}: The file is empty.`)
  // A byte order mark tells the encoding, and the parser has gone by it.
  const decode = parser.options.encoding === 'latin1' ? textOf : (text: string) => text
  const header = first.value.record.map((name) => decode(name).trim())
  const missing = columns.filter((column) => !header.includes(column))
  if (missing.length > 0) {
    await records.return(undefined)
    throw new ImportError(
      `${source.name}: No column ${missing.join(', ')}. The first line has to name ${columns.join(', ')}.`,
    )
  }
  const indexes = columns.map((column) => header.indexOf(column))

  return (async function* () {
    for await (const { record, info } of records) {
      const isWhole = record.length === header.length
      yield {
        line: info.lines,
        values: isWhole ? indexes.map((index) => decode(record[index] as string).trim()) : undefined,
      }
    }
  })()
}

interface CsvRecord {
  readonly record: readonly string[]
  readonly info: Info
}

async function* recordsOf(parser: Parser, name: string): AsyncGenerator<CsvRecord> {
  try {
    yield* parser
  } catch (error) {
    throw explain(name, error as NodeJS.ErrnoException)
  }
}

const explain = (name: string, error: NodeJS.ErrnoException): Error => {
  const { code = '', message } = error
  if (error instanceof CsvError) return new ImportError(`${name}: Not readable as CSV. ${message}`)
  if (code === 'Z_BUF_ERROR') return new ImportError(`${name}: The gzip file is cut off.`)
  if (code.startsWith('Z_')) return new ImportError(`${name}: The gzip file is damaged (${message}).`)
  return error
}
