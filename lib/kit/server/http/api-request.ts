import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'

/** A request to the API. What of it is parsed, and when, is up to who asks for it. */
export interface ApiRequest {
  readonly method: string
  /** Its address without the query, percent-encoded as it was sent. */
  readonly path: string
  /** What stands behind the question mark; empty where nothing does. */
  readonly search: string
  readonly headers: IncomingHttpHeaders
  readonly body: Readable
}

/** A request as Node has it: nothing is copied, and nothing of its body is read yet. */
export const toApiRequest = (request: IncomingMessage): ApiRequest => {
  const { method = '', url = '', headers } = request
  const at = url.indexOf('?')
  return {
    method,
    path: at === -1 ? url : url.slice(0, at),
    search: at === -1 ? '' : url.slice(at + 1),
    headers,
    body: request,
  }
}
