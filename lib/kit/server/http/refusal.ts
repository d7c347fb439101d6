import type { Problem } from '../../wire/problem'
import { type ProblemCode, problemKinds, titleOfProblem } from '../../wire/problem-kinds'

/** Why a request is not done, before it becomes a response. */
export interface Refusal {
  readonly type: 'refused'
  readonly status: number
  readonly code: ProblemCode
  /** What is wrong and what can be done about it. */
  readonly detail: string
  readonly data?: object
  readonly headers?: Readonly<Record<string, string>>
}

export const refuse = (
  status: number,
  code: ProblemCode,
  detail: string,
  more: Pick<Refusal, 'data' | 'headers'> = {},
): Refusal => ({ type: 'refused', status, code, detail, ...more })

/** There is nothing like what a path names. */
export const refuseAbsent = (code: ProblemCode): Refusal => refuse(404, code, problemKinds[code].meaning)

/** How a refusal is told: RFC 9457. */
export const problemOf = ({ status, code, detail, data }: Refusal): Problem => ({
  ...data,
  type: `/problems/${code}`,
  title: titleOfProblem(code),
  status,
  detail,
  code,
})

/** Whoever isn't known is told how to be, as RFC 9110 wants of every 401. */
export const problemHeaders = ({ status, headers }: Refusal) => ({
  ...(status === 401 && { 'www-authenticate': 'Bearer' }),
  ...headers,
  'content-type': 'application/problem+json',
  'cache-control': 'no-store',
})

export const problemResponse = (refusal: Refusal): Response =>
  Response.json(problemOf(refusal), { status: refusal.status, headers: problemHeaders(refusal) })
