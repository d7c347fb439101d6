import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { RecordedEvent } from '../../events/recorded-event'
import type { StreamName } from '../../events/stream-name'
import type { StoredEntry } from '../store/matches'

const format = 1

/** A stream's head: what its copy has to come to. */
export interface CopyHead {
  readonly version: number
  /** Hex. */
  readonly hash: string
}

interface Header extends CopyHead {
  readonly format: number
  readonly stream: StreamName
  readonly events: number
}

type Line = Omit<RecordedEvent, 'streamType' | 'streamId' | 'recordedAt'> & { readonly recordedAt: string }

const compress = promisify(gzip)
const decompress = promisify(gunzip)

/** A whole stream as compressed NDJSON: a line that says what it is, then one for each event as stored. */
export const encodeCopy = (
  stream: StreamName,
  { version, hash }: CopyHead,
  entries: readonly StoredEntry[],
): Promise<Buffer> => {
  const header: Header = { format, stream, version, hash, events: entries.length }
  return compress([header, ...entries.map(toLine)].map((line) => `${JSON.stringify(line)}\n`).join(''))
}

const toLine = ({ event, recordedAt }: StoredEntry): Line => {
  const { streamType: _, streamId: __, ...line } = event
  return { ...line, recordedAt }
}

export interface Copy {
  readonly header: Header
  readonly entries: readonly StoredEntry[]
  /** Of what it takes in memory, roughly. */
  readonly bytes: number
}

/** What `encodeCopy` was given. @throws Error when it isn't such a copy. */
export const decodeCopy = async (bytes: Buffer): Promise<Copy> => {
  const text = (await decompress(bytes)).toString('utf8')
  const [first = '', ...lines] = text.split('\n')
  const header = JSON.parse(first) as Header
  if (header.format !== format) throw new Error(`it is of format ${header.format}, not of ${format}`)
  const entries = lines.slice(0, -1).map((line) => toEntry(header.stream, JSON.parse(line) as Line))
  return { header, entries, bytes: text.length * 2 }
}

const toEntry = (stream: StreamName, { recordedAt, ...line }: Line): StoredEntry => ({
  event: { ...line, streamType: stream.type, streamId: stream.id, recordedAt },
  recordedAt,
})

/** Hex SHA-256 of a copy, by which it is known again. */
export const checksumOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** Where a stream's copy stands, whatever its name is made of. */
export const locationOf = ({ type, id }: StreamName, version: number): string => {
  const name = createHash('sha256')
    .update(JSON.stringify([type, id]))
    .digest('hex')
  return `${name.slice(0, 2)}/${name}-v${version}.ndjson.gz`
}
