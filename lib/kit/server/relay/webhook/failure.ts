import { TargetAway } from '../sender'
import { Refusal } from './answer'

/** Nobody was there to be asked. */
const unreachable =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT|(ERR_)?(TLS|SSL|CERT|UNABLE_TO)_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+)$/

/** The connection broke: one that was idle may have been closed by the other side. */
const broken = /^(ECONNRESET|EPIPE|UND_ERR_SOCKET)$/

const mostDepth = 4

const codeOf = (error: unknown, depth = 0): string => {
  if (typeof error !== 'object' || error === null || depth > mostDepth) return ''
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown }
  if (typeof code === 'string') return code
  return codeOf(Array.isArray(errors) ? errors[0] : cause, depth + 1)
}

export const isBroken = (error: unknown): boolean => broken.test(codeOf(error))

/** Why a request had no answer. @throws TargetAway where no message can be at fault */
export const judgeFailure = (error: unknown, timeoutMs: number): Refusal => {
  const code = codeOf(error)
  if (unreachable.test(code)) throw new TargetAway(`It can't be reached: ${code}`, { cause: error })
  const isLate = error instanceof Error && error.name === 'TimeoutError'
  const told = isLate ? `It did not answer within ${timeoutMs} ms` : `The request failed: ${code || error}`
  return new Refusal(told, false, { cause: error })
}
