import type { StreamReply } from '../http/reply'
import type { Log } from '../log'
import type { ExportSource } from './export-source'
import type { FileFormat } from './file-format'
import { toldTexts } from './told-texts'
import { writeExport } from './write-export'

/**
 * An export as a file to be saved, streamed. What can't be read at its beginning is thrown, so that it can be refused;
 * what breaks later breaks the download off.
 */
export const exportReply = async (
  source: ExportSource,
  file: FileFormat,
  log: Pick<Log, 'error'>,
): Promise<StreamReply> => {
  const text = writeExport(source, file)
  const begun = await text.next()
  const texts = toldTexts(begun, text, (err) =>
    log.error({ err, name: source.name }, 'An export broke off in the middle'),
  )
  return {
    type: 'streamed',
    status: 200,
    headers: {
      'content-type': file.contentType,
      'content-disposition': `attachment; filename="${safe(source.name)}.${file.extension}"`,
      'cache-control': 'no-store',
    },
    texts,
  }
}

/** A file's name that is one everywhere. */
const safe = (name: string): string => name.replace(/[^A-Za-z0-9._-]/g, '-').slice(0, 100)
