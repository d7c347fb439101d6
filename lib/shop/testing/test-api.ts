import {
  Agent,
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { afterAll, beforeAll } from 'vitest'
import { refuseEarly } from '../../kit/server/http/refuse-early'
import { createShopApi } from '../server/http/shop-api'
import type { ServerContext } from '../server/shared-context'

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>

interface Asked {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

/** Serves an API by HTTP for the tests of a file, as the shop does, and answers it by what it is given last. */
export const serveForTests = () => {
  let answer: Answer = async () => undefined
  const http = createServer((request, response) => {
    if (!refuseEarly(request, response)) void answer(request, response)
  })
  const agent = new Agent({ keepAlive: true })

  beforeAll(() => new Promise<void>((resolve) => void http.listen(0, '127.0.0.1', resolve)))
  afterAll(() => {
    agent.destroy()
    http.close()
    http.closeAllConnections()
  })

  return {
    answer: (by: Answer): void => {
      answer = by
    },
    /** Asks by an address to the letter, and with any headers: `fetch` would make what it is used to of both. */
    ask: (path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Response> =>
      new Promise((resolve, reject) => {
        const { port } = http.address() as AddressInfo
        // Node tells no length of a body where its method usually has none.
        const isWhole = body !== undefined && headers['transfer-encoding'] === undefined
        const length = isWhole && { 'content-length': Buffer.byteLength(body) }
        const target = { port, host: '127.0.0.1', agent, method, path, headers: { ...length, ...headers } }
        const sent = httpRequest(target, (answered) => resolve(toResponse(answered)))
        sent.once('error', reject).end(body)
      }),
  }
}

const toResponse = (answered: IncomingMessage): Response => {
  const { statusCode: status = 0 } = answered
  const headers = new Headers()
  for (const [name, values = []] of Object.entries(answered.headersDistinct)) {
    for (const value of values) headers.append(name, value)
  }
  const isEmpty = status === 204 || status === 304
  if (isEmpty) answered.resume()
  return new Response(isEmpty ? null : (Readable.toWeb(answered) as ReadableStream), { status, headers })
}

/** The shop's API by HTTP, over whichever context a test puts under it. */
export const serveTestApi = () => {
  const { answer, ask } = serveForTests()
  return { ask, over: (context: ServerContext): void => answer(createShopApi(context)) }
}
