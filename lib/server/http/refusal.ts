import type { Problem } from '../../protocol/problem'

/** Why a request is not done, before it becomes a response. */
export interface Refusal {
  readonly type: 'refused'
  readonly status: number
  readonly code: string
  /** What is wrong and what can be done about it. */
  readonly detail: string
  readonly data?: object
  readonly headers?: Readonly<Record<string, string>>
}

export const refuse = (
  status: number,
  code: string,
  detail: string,
  more: Pick<Refusal, 'data' | 'headers'> = {},
): Refusal => ({ type: 'refused', status, code, detail, ...more })

/** `MaxQuantityExceeded` as "Max quantity exceeded". */
const titleOf = (code: string): string => {
  const [first = '', ...rest] = code.split(/(?=[A-Z])/)
  return [first, ...rest.map((word) => word.toLowerCase())].join(' ')
}

/** How a refusal is told: RFC 9457. */
export const problemOf = ({ status, code, detail, data }: Refusal): Problem => ({
  ...data,
  type: `/problems/${code}`,
  title: titleOf(code),
  status,
  detail,
  code,
})

export const problemHeaders = ({ headers }: Refusal) => ({
  ...headers,
  'content-type': 'application/problem+json',
  'cache-control': 'no-store',
})

export const problemResponse = (refusal: Refusal): Response =>
  Response.json(problemOf(refusal), { status: refusal.status, headers: problemHeaders(refusal) })
