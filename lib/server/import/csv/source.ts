import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { PassThrough, type Readable, type Transform } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { ImportError } from '../import-error'

/** A file to import. `bytesRead` and `size` are of the file as it lies there, packed or not. */
export interface CsvSource {
  readonly name: string
  readonly size: number
  readonly bytesRead: () => number
  readonly bytes: Readable
  /** What the bytes go through to become text. */
  readonly unpack: Transform
}

/** Opens a CSV file; whether it is gzip is told by its first bytes. @throws ImportError when there is none. */
export const openSource = async (path: string): Promise<CsvSource> => {
  const handle = await open(path).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'There is no such file' : `It can't be opened (${error.code})`
    throw new ImportError(`${path}: ${why}.`)
  })
  const stats = await handle.stat()
  const { buffer: head } = await handle.read(Buffer.alloc(4), 0, stats.isFile() ? 4 : 0, 0)
  const isExcel = head.toString('latin1') === 'PK\u0003\u0004'
  if (!stats.isFile() || isExcel) {
    await handle.close()
    throw new ImportError(`${path}: ${isExcel ? 'An Excel file; save it as CSV first' : 'Not a file'}.`)
  }
  const bytes = handle.createReadStream({ start: 0 })
  return {
    name: basename(path),
    size: stats.size,
    bytesRead: () => bytes.bytesRead,
    bytes,
    unpack: head.readUInt16BE() === 0x1f8b ? createGunzip() : new PassThrough(),
  }
}
