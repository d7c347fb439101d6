import { type Agent, type OutgoingHttpHeaders, request } from 'node:http'
import type { Target } from './target'

interface Asked {
  readonly method?: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string
  /** The address it is sent from: every visitor has one of their own. */
  readonly from: string
  readonly agent?: Agent
  readonly timeoutMs?: number
}

export interface ToldAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** Sends one request; rejects when the connection breaks or nothing comes for a minute. */
export const ask = (target: Target, path: string, asked: Asked): Promise<ToldAnswer> =>
  new Promise((resolve, reject) => {
    const { body, from, agent, headers, method = 'GET', timeoutMs = 60_000 } = asked
    const sent = request(
      { ...target, path, method, headers, agent, localAddress: from, timeout: timeoutMs },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk) => {
          text += chunk
        })
        response.once('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        )
        response.once('error', reject)
      },
    )
    sent.once('timeout', () => sent.destroy(new Error('no answer in time')))
    sent.once('error', reject)
    sent.end(body)
  })
