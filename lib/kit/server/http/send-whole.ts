import type { IncomingMessage, ServerResponse } from 'node:http'
import { safeHeaders } from '../safe-headers'
import type { TextReply } from './reply'

/** What is sent in one piece: a text, or the bytes that it comes to. */
interface Whole extends Pick<TextReply, 'status' | 'headers'> {
  readonly text: string | Buffer
}

/** Writes what is there as a whole, at once and as it is. */
export const sendWhole = (
  { method }: Pick<IncomingMessage, 'method'>,
  response: ServerResponse,
  { status, headers, text }: Whole,
): void => {
  response
    .writeHead(status, { ...safeHeaders, ...headers, 'content-length': Buffer.byteLength(text) })
    .end(method === 'HEAD' ? undefined : text)
}
