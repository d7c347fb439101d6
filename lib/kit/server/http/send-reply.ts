import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { createGzip, gzip } from 'node:zlib'
import { safeHeaders } from '../safe-headers'
import { acceptsGzip } from './accepts-gzip'
import type { ApiRequest } from './api-request'
import type { Reply, StreamReply } from './reply'

/** Less than this goes into a packet or two either way; packing it would cost more than it saves. */
const packedFrom = 2_048

const pack = promisify(gzip)

/** Writes a reply to whoever asked. What breaks while it streams breaks the connection off, so that nobody takes it for whole. */
export const sendReply = async (
  request: ApiRequest,
  response: ServerResponse,
  reply: Reply,
): Promise<void> => {
  if (reply.type === 'streamed') return sendStream(request, response, reply)
  if (reply.type === 'empty') {
    response.writeHead(reply.status, { ...safeHeaders, ...reply.headers }).end()
    return
  }
  const { status, headers, text } = reply
  const length = Buffer.byteLength(text)
  const head = { ...safeHeaders, ...headers, 'content-length': length }
  if (length < packedFrom) {
    response.writeHead(status, head).end(bodyFor(request, text))
    return
  }
  const varying = { ...head, vary: varyOf(headers) }
  if (!acceptsGzip(request.headers['accept-encoding'])) {
    response.writeHead(status, varying).end(bodyFor(request, text))
    return
  }
  const packed = await pack(text)
  if (response.destroyed) return
  response
    .writeHead(status, { ...varying, 'content-encoding': 'gzip', 'content-length': packed.byteLength })
    .end(bodyFor(request, packed))
}

const bodyFor = <Body>({ method }: ApiRequest, body: Body): Body | undefined =>
  method === 'HEAD' ? undefined : body

const varyOf = ({ vary }: Reply['headers']): string =>
  vary === undefined ? 'accept-encoding' : `${vary}, accept-encoding`

const sendStream = async (
  request: ApiRequest,
  response: ServerResponse,
  { status, headers, texts }: StreamReply,
): Promise<void> => {
  const isPacked = acceptsGzip(request.headers['accept-encoding'])
  response.writeHead(status, {
    ...safeHeaders,
    ...headers,
    vary: varyOf(headers),
    ...(isPacked && { 'content-encoding': 'gzip' }),
  })
  if (request.method === 'HEAD' || response.destroyed) {
    await texts.return?.()
    response.end()
    return
  }
  const source = Readable.from(texts, { objectMode: false })
  // Why it broke was told where it did, or it is that nobody reads any more.
  await (isPacked ? pipeline(source, createGzip(), response) : pipeline(source, response)).catch(
    () => undefined,
  )
}
