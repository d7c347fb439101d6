import { createHash } from 'node:crypto'
import type { ExportTrailer } from '../../wire/api-export'
import type { ExportSource } from './export-source'
import type { FileFormat } from './file-format'

const partLength = 64 * 1024

/** The file's text in parts of some 64 KB. What the events throw is thrown on: then there is no trailer. */
export async function* writeExport(
  { manifest, events }: Pick<ExportSource, 'manifest' | 'events'>,
  { begin, line, between, end }: FileFormat,
): AsyncGenerator<string, void, undefined> {
  const digest = createHash('sha256')
  let count = 0
  let last: ExportTrailer['last'] = null
  let part = begin(manifest)
  for await (const event of events) {
    const written = line(event)
    digest.update(written)
    part += count === 0 ? written : between + written
    count++
    last = { version: event.version, position: event.position, hash: event.hash }
    if (part.length < partLength) continue
    yield part
    part = ''
  }
  yield part + end({ count, sha256: digest.digest('hex'), last }, manifest)
}
