import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { ImportError } from './import-error'
import { type FileKind, kindOf } from './kind'

/** A file that is being read: its bytes, and what they go through to become what it holds. */
export interface OpenedFile {
  readonly bytes: Readable & { readonly bytesRead?: number }
  readonly unpack: NodeJS.ReadWriteStream
}

/** A file to import, which can be read more than once. `size` is of the file as it lies there, packed or not. */
export interface Source {
  readonly name: string
  readonly path: string
  readonly size: number
  readonly kind: FileKind
  readonly open: () => OpenedFile
  /** Takes away what was only kept for the import. */
  readonly close: () => Promise<void>
}

/**
 * Opens a file; what it is is told by its first bytes. Standard input (`-`) and pipes are kept in a file of their
 * own for as long as it takes, since a file is read twice. @throws ImportError when there is none.
 */
export const openSource = async (path: string): Promise<Source> => {
  if (path === '-') return keep(process.stdin, 'standard input')
  const stats = await stat(path).catch(refuse(path))
  if (stats.isDirectory()) throw new ImportError(`${path}: Not a file.`)
  // Opened once: whoever writes into a pipe that is closed again loses what was written.
  if (!stats.isFile()) return keep(createReadStream(path), basename(path))
  return sourceOf(path, basename(path), await headOf(path), stats.size, async () => undefined)
}

const sourceOf = (
  path: string,
  name: string,
  head: Buffer,
  size: number,
  close: () => Promise<void>,
): Source => {
  const kind = kindOf(head)
  const open = (): OpenedFile => ({
    bytes: createReadStream(path),
    unpack: kind === 'gzip' ? createGunzip() : new PassThrough(),
  })
  return { name, path, size, kind, open, close }
}

const refuse =
  (path: string) =>
  (error: NodeJS.ErrnoException): never => {
    const why = error.code === 'ENOENT' ? 'There is no such file' : `It can't be opened (${error.code})`
    throw new ImportError(`${path}: ${why}.`)
  }

/** The first bytes, by which a file's kind is told. */
const headOf = async (path: string): Promise<Buffer> => {
  const handle = await open(path).catch(refuse(path))
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

const keep = async (stream: Readable, name: string): Promise<Source> => {
  const directory = await mkdtemp(join(tmpdir(), 'hindsight-import-'))
  const close = () => rm(directory, { recursive: true, force: true })
  try {
    const path = join(directory, 'input')
    await pipeline(stream, createWriteStream(path, { mode: 0o600 }))
    const { size } = await stat(path)
    return sourceOf(path, name, await headOf(path), size, close)
  } catch (error) {
    await close()
    throw error
  }
}
