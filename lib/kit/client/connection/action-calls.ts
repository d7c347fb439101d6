import { afterSeconds } from '../page/retry-after'
import type { ActionReply } from './undelivered'

/** When a server that doesn't answer an action is given up on. */
export const actionLimitMs = 20_000

interface Calls {
  readonly fetch: typeof fetch
  /** What the newest action's request brought, told once; undefined where it brought nothing. */
  readonly takeReply: () => ActionReply | undefined
}

const isAction = (init: RequestInit | undefined): boolean => new Headers(init?.headers).has('next-action')

/**
 * Server actions go through Next's router, one after the other, without a limit: one that is never answered would hold
 * up all after it, and every navigation. Nor does Next tell how one was answered that failed. So the requests it makes
 * for them get a limit here, and what comes back is noted.
 */
export const limitActions = (ask: typeof fetch): Calls => {
  let reply: ActionReply | undefined
  return {
    takeReply: () => {
      const taken = reply
      reply = undefined
      return taken
    },
    fetch: async (input, init) => {
      if (!isAction(init) || init?.signal) return ask(input, init)
      reply = undefined
      const limit = new AbortController()
      // It holds for what follows the headers, too.
      setTimeout(
        () => limit.abort(new DOMException('The server did not answer', 'TimeoutError')),
        actionLimitMs,
      )
      const response = await ask(input, { ...init, signal: limit.signal })
      reply = { status: response.status, afterMs: afterSeconds(response.headers) }
      return response
    },
  }
}

let calls: Calls | undefined

/** Gives the page's server actions a limit from now on; gives what tells how the newest was answered. */
export const watchActions = (): Calls['takeReply'] => {
  if (!calls) {
    calls = limitActions(window.fetch.bind(window))
    window.fetch = calls.fetch
  }
  return calls.takeReply
}
