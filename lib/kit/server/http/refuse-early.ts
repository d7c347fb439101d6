import type { IncomingMessage, ServerResponse } from 'node:http'
import { malformed } from './malformed'
import { type HttpRefusal, notAllowed, refuse } from './refusal'
import { refusalReply } from './reply'
import { isForeign } from './same-origin'
import { sendWhole } from './send-whole'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const apiMethods = 'GET, HEAD, POST, OPTIONS'
const pageMethods = 'GET, HEAD'

/**
 * Refuses what Next would break on before any route sees it, and would write a stack to the log for: methods it
 * doesn't know or a page doesn't have, addresses it can't decode, actions from elsewhere, state it can't read. True when
 * it did.
 */
export const refuseEarly = (request: IncomingMessage, response: ServerResponse): boolean => {
  takeAbsolute(request)
  dropSlash(request)
  const refusal = whyNot(request)
  if (refusal) sendRefusal(request, response, refusal)
  return refusal !== undefined
}

/** What is left of its body is not read: the connection ends with the answer, where there may be one. */
export const sendRefusal = (
  request: IncomingMessage,
  response: ServerResponse,
  refusal: HttpRefusal,
): void => {
  const hasBody =
    request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined
  const reply = refusalReply(refusal)
  const headers = { ...reply.headers, ...(hasBody && { connection: 'close' }) }
  sendWhole(request, response, { ...reply, headers })
}

const absolute = /^https?:\/\/([^/?#\s@]+)(\/[^\s]*)?$/i

/** A target may name the host too (RFC 9112, 3.2.2), which then counts instead of `Host`. */
const takeAbsolute = (request: IncomingMessage): void => {
  const [, host, path = '/'] = absolute.exec(request.url ?? '') ?? []
  if (host === undefined) return
  request.headers.host = host
  request.url = path
}

/** An address of the API with a slash at its end is the one without. */
const dropSlash = (request: IncomingMessage): void => {
  const [path = '', query] = splitOnce(request.url ?? '', '?')
  if (isApi(path)) request.url = path.replace(/\/+$/, '') + (query === undefined ? '' : `?${query}`)
}

/** As Next makes them; on any other it writes a stack to the log. */
const isActionId = (sent: string | string[] | undefined): boolean =>
  typeof sent === 'string' && /^[0-9a-f]{40,64}$/.test(sent)

const whyNot = (request: IncomingMessage): HttpRefusal | undefined => {
  const { method = '', url = '', headers } = request
  if (!methods.includes(method)) return notAllowed(method, apiMethods)
  const [path = '', query = ''] = splitOnce(url, '?')
  if (!path.startsWith('/')) return malformed([{ field: 'path', message: 'must begin with "/"' }])
  if (!isDecodable(path)) return malformed([{ field: 'path', message: 'is not percent-encoded UTF-8' }])
  if (isOdd(path) || isOdd(query) || path.includes('%00') || (query.includes('%00') && !isApi(path))) {
    return malformed([{ field: 'path', message: 'has characters that no address has' }])
  }
  if (isApi(path)) return undefined
  const isAction = method === 'POST' && headers['next-action'] !== undefined && !isFile(path)
  if (!isAction && method !== 'GET' && method !== 'HEAD') return notAllowed(method, pageMethods)
  if (isAction && isForeign(headers)) return crossSite
  if (isAction && !isActionId(headers['next-action'])) {
    return malformed([{ field: 'Next-Action', message: 'is no id of an action' }])
  }
  if (!isState(headers['next-router-state-tree'])) {
    return malformed([{ field: 'Next-Router-State-Tree', message: 'can not be read' }])
  }
  return undefined
}

const splitOnce = (text: string, at: string): string[] => {
  const index = text.indexOf(at)
  return index === -1 ? [text] : [text.slice(0, index), text.slice(index + 1)]
}

/** Is it asked of the API, which answers in JSON and nothing else? */
export const isApi = (url: string): boolean => /^\/api(?:[/?]|$)/.test(url)

/** Something that is read as it is: a picture, a script. */
const isFile = (path: string): boolean => path.startsWith('/_next/') || /\.[a-z0-9]+$/i.test(path)

const crossSite = refuse(
  403,
  'CrossSite',
  "This came from another site's page; send it from this site's own.",
)

const isDecodable = (text: string): boolean => {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

/** Bytes over 127 come as they are, one character each, and Next makes URLs of them that are none. */
const isOdd = (text: string): boolean => /[^\x21-\x7e]/.test(text)

/** Next breaks on one that it can't read, though only its own pages send it. */
const isState = (sent: string | string[] | undefined): boolean => {
  if (sent === undefined) return true
  if (typeof sent !== 'string' || sent.length > 40_000) return false
  try {
    return Array.isArray(JSON.parse(decodeURIComponent(sent)))
  } catch {
    return false
  }
}
