import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Readiness } from '../../outage/readiness'
import { problemHeaders, problemOf } from '../refusal'
import { notReady } from '../unavailable'

/**
 * Answers how the server is, outside of all that bounds what it does: who watches it has to hear from it most of all when it is
 * busy. However many ask whether it is ready, the database is asked once at a time. True when it was such a question.
 */
export const createHealthAnswers = (readiness: Readiness) => {
  let asking: ReturnType<typeof notReady> | undefined
  const ask = () => {
    asking ??= notReady(readiness).finally(() => {
      asking = undefined
    })
    return asking
  }

  return (request: IncomingMessage, response: ServerResponse): boolean => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    switch (request.url) {
      case '/api/health/live':
        tell(response, { status: 'live' })
        return true
      case '/api/health/ready':
        void ask().then((refusal) => {
          if (!refusal) return tell(response, { status: 'ready' })
          response.writeHead(refusal.status, problemHeaders(refusal)).end(JSON.stringify(problemOf(refusal)))
        })
        return true
      default:
        return false
    }
  }
}

const tell = (response: ServerResponse, body: object): void => {
  response
    .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body))
}
