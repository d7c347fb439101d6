import { malformed, type Parsed } from './malformed'
import { type HttpRefusal, refuse } from './refusal'

export const maxBodyBytes = 64 * 1024

/** The request's JSON; undefined where there is no body. Holds no more of it than the limit. */
export const readJson = async (request: Request): Promise<Parsed<unknown>> => {
  if (Number(request.headers.get('content-length')) > maxBodyBytes) return tooLarge
  const contentType = request.headers.get('content-type')
  if (contentType !== null && !isJson(contentType)) return unsupported
  if ((request.headers.get('content-encoding') ?? 'identity') !== 'identity') return unsupported

  const read = await readBytes(request.body)
  if (read.type === 'refused') return read
  if (read.value.byteLength === 0) return { type: 'parsed', value: undefined }
  return contentType === null ? unsupported : parseJson(read.value)
}

const isJson = (contentType: string): boolean =>
  /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?;?$/i.test(contentType.trim())

const readBytes = async (body: ReadableStream<Uint8Array> | null): Promise<Parsed<Uint8Array>> => {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of body ?? []) {
      size += chunk.byteLength
      if (size > maxBodyBytes) return tooLarge
      chunks.push(chunk)
    }
  } catch {
    return malformed([{ field: 'body', message: 'broke off' }])
  }
  return { type: 'parsed', value: Buffer.concat(chunks) }
}

const parseJson = (bytes: Uint8Array): Parsed<unknown> => {
  try {
    return { type: 'parsed', value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    return malformed([{ field: 'body', message: 'is not JSON in UTF-8' }])
  }
}

const tooLarge: HttpRefusal = refuse(413, 'TooLarge', 'The body must have at most 64 KB.', {
  data: { maxBytes: maxBodyBytes },
})

const unsupported: HttpRefusal = refuse(
  415,
  'UnsupportedMediaType',
  'Send JSON, not compressed, with the content type application/json.',
  { headers: { accept: 'application/json' } },
)
