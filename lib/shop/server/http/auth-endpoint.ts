import type { IncomingHttpHeaders } from 'node:http'
import { asVisitor } from '../../../kit/server/http/admission/visitor-scope'
import type { ApiRequest } from '../../../kit/server/http/api-request'
import { visitorOf } from '../../../kit/server/http/client-address'
import { answer, type OperationAnswer } from '../../../kit/server/http/operation'
import type { HttpRefusal } from '../../../kit/server/http/refusal'
import { isProblemCode, type ProblemCode } from '../../wire/problem-kinds'
import type { Auth } from '../auth/auth'
import { refuse } from './refusal'

type Asked = Pick<ApiRequest, 'method' | 'path' | 'headers'>

/**
 * Hands a request that was understood on to better-auth, and tells its refusals as ours.
 * @throws when better-auth broke down.
 */
export const forwardToAuth = async <Answer>(
  auth: Auth,
  request: Asked,
  body?: object,
): Promise<OperationAnswer<Answer> | HttpRefusal> => {
  // What is hashed waits in a line that visitors share; whose request it is, the door has written down.
  const from = [request.headers['x-forwarded-for']].flat().join(',')
  const answered = await asVisitor(visitorOf(from), () => auth.handler(toAuthRequest(request, body)))
  if (answered.status >= 500 && answered.status !== 503)
    throw new Error(`better-auth answered ${answered.status}`)
  if (!answered.ok) return refuseAs(answered)
  const cookies = answered.headers.getSetCookie()
  // What it answers is described beside its endpoint.
  return answer((await answered.json()) as Answer, cookies.length > 0 ? { 'set-cookie': cookies } : {})
}

/** better-auth goes by the path; by which name it was reached, it learns from the headers. */
const anyOrigin = 'http://localhost'

const toAuthRequest = ({ method, path, headers: sent }: Asked, body: object | undefined): Request => {
  const headers = toHeaders(sent)
  // Where it comes from was checked; better-auth insists on a word of it, which only browsers send.
  headers.set('origin', `http://${sent.host ?? 'localhost'}`)
  headers.set('content-type', 'application/json')
  return new Request(new URL(path, anyOrigin), {
    method: method === 'HEAD' ? 'GET' : method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  })
}

/** What says something of the connection it came by, and of the body it came with. */
const ofTheWay = new Set([
  'connection',
  'content-length',
  'expect',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

const toHeaders = (sent: IncomingHttpHeaders): Headers => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(sent)) {
    if (value !== undefined && !ofTheWay.has(name)) headers.set(name, [value].flat().join(', '))
  }
  return headers
}

const refuseAs = async (answered: Response): Promise<HttpRefusal> => {
  const { code, message } = await answered.json().catch(() => ({}))
  const retryAfter = answered.headers.get('x-retry-after')
  return refuse(
    answered.status,
    answered.status === 429 ? 'TooManyRequests' : codeOf(String(code)),
    `${String(message ?? 'The request was refused').replace(/\.$/, '')}.`,
    retryAfter ? { headers: { 'retry-after': retryAfter } } : {},
  )
}

/** `INVALID_EMAIL_OR_PASSWORD` as `InvalidEmailOrPassword`, like all other codes; one that nobody described as `AuthRefused`. */
const codeOf = (code: string): ProblemCode => {
  const ours = code.toLowerCase().replace(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  return isProblemCode(ours) ? ours : 'AuthRefused'
}
