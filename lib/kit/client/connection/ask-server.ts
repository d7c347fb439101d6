import { afterSeconds } from '../page/retry-after'

/** What a question to the server came to. */
export type ServerAnswer<Body> =
  | { readonly type: 'answered'; readonly body: Body }
  /** It won't be answered however often it is asked. */
  | { readonly type: 'refused'; readonly status: number }
  /** There is no answer for now; `afterMs` is when the server wants to be asked again. */
  | { readonly type: 'unanswered'; readonly afterMs: number | undefined }

/** What is asked again later may be answered then: it came too late, too soon or too often. */
const passing: readonly number[] = [408, 425, 429]

export const isFinal = (status: number): boolean => status >= 400 && status < 500 && !passing.includes(status)

/** The server has answered long before, or won't. */
const limitMs = 15_000

/** Asks the server for JSON. No answer is waited for longer than the limit. */
export const askServer = async <Body>(path: string, signal?: AbortSignal): Promise<ServerAnswer<Body>> => {
  const limit = new AbortController()
  const stop = () => limit.abort()
  const timer = setTimeout(stop, limitMs)
  signal?.addEventListener('abort', stop)
  try {
    const response = await fetch(path, { signal: limit.signal })
    if (response.ok) return { type: 'answered', body: await response.json() }
    if (isFinal(response.status)) return { type: 'refused', status: response.status }
    return { type: 'unanswered', afterMs: afterSeconds(response.headers) }
  } catch {
    return { type: 'unanswered', afterMs: undefined }
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', stop)
  }
}

/** What was asked won't be answered; asking again is in vain. */
export class ServerRefused extends Error {
  constructor(readonly status: number) {
    super(`The server refuses this: ${status}`)
    this.name = 'ServerRefused'
  }
}

/** The answer. Rejects with `ServerRefused` where there will never be one. */
export const answerOf = async <Body>(path: string, signal?: AbortSignal): Promise<Body> => {
  const asked = await askServer<Body>(path, signal)
  if (asked.type === 'answered') return asked.body
  if (asked.type === 'refused') throw new ServerRefused(asked.status)
  throw new Error(`The server did not answer ${path}`)
}

/** For react-query: so many more tries, but none where the answer is no. */
export const retryUnlessRefused =
  (most: number) =>
  (failures: number, error: Error): boolean =>
    failures < most && !(error instanceof ServerRefused)
