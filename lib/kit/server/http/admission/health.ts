import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Readiness } from '../../outage/readiness'
import { refusalReply } from '../reply'
import { sendWhole } from '../send-whole'
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
        tell(request, response, { status: 'live' })
        return true
      case '/api/health/ready':
        void ask().then((refusal) => {
          if (refusal) sendWhole(request, response, refusalReply(refusal))
          else tell(request, response, { status: 'ready' })
        })
        return true
      default:
        return false
    }
  }
}

const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' }

const tell = (request: IncomingMessage, response: ServerResponse, body: object): void =>
  sendWhole(request, response, { status: 200, headers, text: JSON.stringify(body) })
