import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { ImportError } from '../import-error'
import { type Attributes, readXml } from './xml'

/** What may be unpacked at most. All is streamed but the shared strings, which are held. */
const limits = { entries: 10_000, sheetBytes: 2 * 2 ** 30, otherBytes: 64 * 2 ** 20 }

export interface Sheet {
  readonly name: string
  readonly entry: Entry
}

/** An .xlsx file, opened: a zip of XML parts. */
export interface Workbook {
  readonly sheets: readonly Sheet[]
  readonly strings: Entry | undefined
  /** Calls back with each piece of a part as it is unpacked. */
  readonly read: (entry: Entry, onPiece?: (bytes: number) => void) => AsyncIterable<Buffer>
  readonly close: () => void
}

/** Opens a workbook and finds its sheets, in their order. @throws ImportError when it is none, or too much. */
export const openWorkbook = async (path: string, fileName: string): Promise<Workbook> => {
  const zip = await openPromise(path, { autoClose: false, lazyEntries: true }).catch((error: Error) => {
    throw new ImportError(`${fileName}: A zip file that can't be opened (${error.message}).`)
  })
  try {
    const entries = await entriesOf(zip, fileName)
    const read = (entry: Entry, onPiece?: (bytes: number) => void) => unpack(zip, entry, fileName, onPiece)
    const sheets = await findSheets(entries, read, fileName)
    return { sheets, strings: entries.get('xl/sharedStrings.xml'), read, close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error
  }
}

const entriesOf = async (zip: ZipFile, fileName: string): Promise<Map<string, Entry>> => {
  const entries = new Map<string, Entry>()
  if (zip.entryCount > limits.entries) throw new ImportError(`${fileName}: Too many parts for a workbook.`)
  try {
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
  } catch (error) {
    throw new ImportError(`${fileName}: A damaged zip file (${(error as Error).message}).`)
  }
  for (const [name, { uncompressedSize }] of entries) {
    const isSheet = /^xl\/worksheets\//.test(name)
    const isRead = isSheet || /^xl\/(workbook|sharedStrings)\.xml$|^xl\/_rels\//.test(name)
    if (isRead && uncompressedSize > (isSheet ? limits.sheetBytes : limits.otherBytes))
      throw new ImportError(`${fileName}: ${name} is too large to be read. Save the sheet as CSV.`)
  }
  return entries
}

/** What else comes in a zip file, and what to do about it. */
const explainOther = (entries: ReadonlyMap<string, Entry>): string => {
  if (entries.has('xl/workbook.bin')) return 'A binary workbook (.xlsb); save it as .xlsx or as CSV.'
  if (entries.has('content.xml')) return 'An OpenDocument sheet; save it as .xlsx or as CSV.'
  return 'A zip file; unpack it, and import what is in it.'
}

const findSheets = async (
  entries: ReadonlyMap<string, Entry>,
  read: Workbook['read'],
  fileName: string,
): Promise<Sheet[]> => {
  const [workbook, relations] = [entries.get('xl/workbook.xml'), entries.get('xl/_rels/workbook.xml.rels')]
  if (!workbook || !relations) throw new ImportError(`${fileName}: ${explainOther(entries)}`)
  const targets = new Map<string, string>()
  const named: { readonly name: string; readonly id: string }[] = []
  await readXml(read(relations), fileName, {
    open: (tag, attributes) => {
      if (tag === 'Relationship') targets.set(attributes.Id ?? '', attributes.Target ?? '')
    },
  })
  await readXml(read(workbook), fileName, {
    open: (tag, attributes) => {
      if (tag === 'sheet') named.push({ name: attributes.name ?? '', id: relationOf(attributes) })
      if (tag === 'workbookPr' && /^(1|true)$/.test(attributes.date1904 ?? ''))
        throw new ImportError(`${fileName}: Its dates count from 1904. Save the sheet as CSV.`)
    },
  })
  return named.flatMap(({ name, id }) => {
    const target = (targets.get(id) ?? '').replace(/^\/xl\/|^\.\//, '')
    const entry = /^worksheets\//.test(target) ? entries.get(`xl/${target}`) : undefined
    return entry ? [{ name, entry }] : []
  })
}

/** The prefix is whatever the file calls that namespace. */
const relationOf = (attributes: Attributes): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? ''

async function* unpack(
  zip: ZipFile,
  entry: Entry,
  fileName: string,
  onPiece: (bytes: number) => void = () => undefined,
): AsyncGenerator<Buffer> {
  try {
    for await (const piece of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      onPiece(piece.length)
      yield piece
    }
  } catch (error) {
    throw new ImportError(`${fileName}: ${entry.fileName} is damaged (${(error as Error).message}).`)
  }
}
