import type { Problem } from '../../wire/problem'
import { type ProblemKinds, problemKinds, titleOfProblem } from '../../wire/problem-kinds'

/** What a refusal tells beside what every problem has: under names of its own, or it would be lost. */
export interface RefusalData {
  readonly [name: string]: unknown
  readonly type?: never
  readonly title?: never
  readonly status?: never
  readonly detail?: never
  readonly code?: never
}

/** Why a request is not done, before it becomes a response. */
export interface HttpRefusal {
  readonly type: 'refused'
  readonly status: number
  readonly code: string
  /** What is wrong and what can be done about it. */
  readonly detail: string
  readonly data?: RefusalData
  readonly headers?: Readonly<Record<string, string>>
}

type More = Pick<HttpRefusal, 'data' | 'headers'>

/** Gives what refuses with codes of these kinds, and with no other. */
export const refuseWith =
  <Code extends string>(_kinds: ProblemKinds<Code>) =>
  (status: number, code: Code, detail: string, more: More = {}): HttpRefusal => ({
    type: 'refused',
    status,
    code,
    detail,
    ...more,
  })

export const refuse = refuseWith(problemKinds)

/** There is nothing like what a path names. */
export const refuseAbsent = <Code extends string>(kinds: ProblemKinds<Code>, code: Code): HttpRefusal => ({
  type: 'refused',
  status: 404,
  code,
  detail: kinds[code].meaning,
})

/** What is there takes only other methods. */
export const notAllowed = (method: string, allow: string): HttpRefusal =>
  refuse(405, 'MethodNotAllowed', `${method} does nothing here; use ${allow}.`, { headers: { allow } })

/** What an answer says that may be asked for again. */
export const inAMoment = 'try again in a moment. What has a commandId can safely be sent again.'

/** After how long it may be, to the millisecond and in whole seconds. */
export const retryAfter = (retryAfterMs: number): Required<More> => {
  const ms = Math.ceil(retryAfterMs)
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1_000))
  return { data: { retryAfterMs: ms }, headers: { 'retry-after': String(seconds) } }
}

/** How a refusal is told: RFC 9457. */
export const problemOf = ({ status, code, detail, data }: HttpRefusal): Problem => ({
  ...data,
  type: `/problems/${code}`,
  title: titleOfProblem(code),
  status,
  detail,
  code,
})

/** Whoever isn't known is told how to be, as RFC 9110 wants of every 401. */
export const problemHeaders = ({ status, headers }: HttpRefusal) => ({
  ...(status === 401 && { 'www-authenticate': 'Bearer' }),
  ...headers,
  'content-type': 'application/problem+json',
  'cache-control': 'no-store',
})
