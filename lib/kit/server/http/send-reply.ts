import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { createGzip, gzip } from 'node:zlib'
import { safeHeaders } from '../safe-headers'
import { acceptsGzip } from './accepts-gzip'
import type { ApiRequest } from './api-request'
import type { Reply, StreamReply } from './reply'
import { sendWhole } from './send-whole'

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
  const { headers, text } = reply
  if (Buffer.byteLength(text) < packedFrom) return sendWhole(request, response, reply)
  const varying = { ...reply, headers: { ...headers, vary: varyOf(headers) } }
  if (!acceptsGzip(request.headers['accept-encoding'])) return sendWhole(request, response, varying)
  const packed = await pack(text)
  if (response.destroyed) return
  sendWhole(request, response, {
    ...varying,
    headers: { ...varying.headers, 'content-encoding': 'gzip' },
    text: packed,
  })
}

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
