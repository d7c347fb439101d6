import type { Readable } from 'node:stream'
import type { ApiRequest } from './api-request'
import { malformed, type Parsed } from './malformed'
import { type HttpRefusal, refuse } from './refusal'

export const maxBodyBytes = 64 * 1024

/** The request's JSON; undefined where there is no body. Holds no more of it than the limit. */
export const readJson = async ({ headers, body }: ApiRequest): Promise<Parsed<unknown>> => {
  if (Number(headers['content-length']) > maxBodyBytes) return tooLarge
  const contentType = headers['content-type']
  if (contentType !== undefined && !isJson(contentType)) return unsupported
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') return unsupported

  const read = await readBytes(body)
  if (read.type === 'refused') return read
  if (read.value.byteLength === 0) return { type: 'parsed', value: undefined }
  return contentType === undefined ? unsupported : parseJson(read.value)
}

const isJson = (contentType: string): boolean =>
  contentType === 'application/json' ||
  /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?;?$/i.test(contentType.trim())

/** The body as it was sent, where it is no longer than the limit. */
export const readBytes = (body: Readable): Promise<Parsed<Buffer>> =>
  new Promise((resolve) => {
    // Who sent it left before it was read: nothing more is heard of it.
    if (body.destroyed && !body.readableEnded) return resolve(brokeOff)
    const chunks: Buffer[] = []
    let size = 0
    const take = (chunk: Buffer) => {
      size += chunk.byteLength
      if (size <= maxBodyBytes) return chunks.push(chunk)
      // The rest is let go by unheld: what the connection brings next stands behind it.
      body.off('data', take)
      resolve(tooLarge)
    }
    const end = () => {
      const [only] = chunks
      resolve({ type: 'parsed', value: chunks.length === 1 && only ? only : Buffer.concat(chunks) })
    }
    // Of these the first counts.
    body.on('data', take).once('end', end)
    const breakOff = () => resolve(brokeOff)
    body.once('close', breakOff).once('error', breakOff)
  })

const utf8 = new TextDecoder('utf-8', { fatal: true })

const parseJson = (bytes: Buffer): Parsed<unknown> => {
  try {
    return { type: 'parsed', value: JSON.parse(utf8.decode(bytes)) }
  } catch {
    return malformed([{ field: 'body', message: 'is not JSON in UTF-8' }])
  }
}

const brokeOff = malformed([{ field: 'body', message: 'broke off' }])

const tooLarge: HttpRefusal = refuse(413, 'TooLarge', 'The body must have at most 64 KB.', {
  data: { maxBytes: maxBodyBytes },
})

const unsupported: HttpRefusal = refuse(
  415,
  'UnsupportedMediaType',
  'Send JSON, not compressed, with the content type application/json.',
  { headers: { accept: 'application/json' } },
)
