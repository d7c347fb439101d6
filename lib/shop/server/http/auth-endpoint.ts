import type { HttpRefusal } from '../../../kit/server/http/refusal'
import { isProblemCode, type ProblemCode } from '../../wire/problem-kinds'
import type { Auth } from '../auth/auth'
import { refuse } from './refusal'

/**
 * Hands a request that was understood on to better-auth, and tells its refusals as ours.
 * @throws when better-auth broke down.
 */
export const forwardToAuth = async (
  auth: Auth,
  request: Request,
  body?: object,
): Promise<Response | HttpRefusal> => {
  const answered = await auth.handler(toAuthRequest(request, body))
  if (answered.status >= 500 && answered.status !== 503)
    throw new Error(`better-auth answered ${answered.status}`)
  if (!answered.ok) return refuseAs(answered)
  const response = new Response(answered.body, answered)
  response.headers.set('cache-control', 'no-store')
  return response
}

const toAuthRequest = (request: Request, body: object | undefined): Request => {
  const url = new URL(request.url)
  const headers = new Headers(request.headers)
  headers.delete('content-length')
  headers.delete('transfer-encoding')
  // Where it comes from was checked; better-auth insists on a word of it, which only browsers send.
  headers.set('origin', `${url.protocol}//${headers.get('host') ?? url.host}`)
  headers.set('content-type', 'application/json')
  return new Request(new URL(url.pathname, url), {
    method: request.method === 'HEAD' ? 'GET' : request.method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  })
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
