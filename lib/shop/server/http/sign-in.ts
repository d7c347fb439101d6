import type { ApiRequest } from '../../../kit/server/http/api-request'
import type { OperationAnswer } from '../../../kit/server/http/operation'
import type { HttpRefusal } from '../../../kit/server/http/refusal'
import type { Auth } from '../auth/auth'
import type { Tries } from '../auth/tries'
import { forwardToAuth } from './auth-endpoint'
import { refuse } from './refusal'

/** Signs in by e-mail and password. An account that is tried too often in vain is left alone for a while, before anything is hashed. */
export const signIn = async <Answer>(
  { auth, tries }: { readonly auth: Auth; readonly tries: Tries },
  request: Pick<ApiRequest, 'method' | 'path' | 'headers'>,
  credentials: { readonly email: string },
): Promise<OperationAnswer<Answer> | HttpRefusal> => {
  const account = credentials.email.toLowerCase()
  const tooMany = tries.begin(account)
  if (tooMany) {
    const { retryAfterSeconds } = tooMany
    return refuse(429, 'TooManyRequests', `Too many tries. Wait ${retryAfterSeconds} s, then try again.`, {
      headers: { 'retry-after': String(retryAfterSeconds) },
    })
  }
  const answer = await forwardToAuth<Answer>(auth, request, credentials)
  if (answer.type === 'answered') tries.succeeded(account)
  return answer
}
