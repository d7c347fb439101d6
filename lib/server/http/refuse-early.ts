import type { IncomingMessage, ServerResponse } from 'node:http'
import { malformed } from './malformed'
import { problemHeaders, problemOf, type Refusal, refuse } from './refusal'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const allow = 'GET, HEAD, POST, OPTIONS'

/**
 * Refuses what Next would break on before any route sees it: methods it doesn't know, and API addresses it
 * can't decode. True when it did.
 */
export const refuseEarly = (request: IncomingMessage, response: ServerResponse): boolean => {
  const refusal = whyNot(request.method ?? '', request.url ?? '')
  if (!refusal) return false
  response.writeHead(refusal.status, problemHeaders(refusal)).end(JSON.stringify(problemOf(refusal)))
  return true
}

const whyNot = (method: string, url: string): Refusal | undefined => {
  if (!methods.includes(method)) {
    return refuse(405, 'MethodNotAllowed', `${method} does nothing here; use ${allow}.`, {
      headers: { allow },
    })
  }
  const [path = ''] = url.split('?', 1)
  return path.startsWith('/api/') && !isDecodable(path)
    ? malformed([{ field: 'path', message: 'is not percent-encoded UTF-8' }])
    : undefined
}

const isDecodable = (path: string): boolean => {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
