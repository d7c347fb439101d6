import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as a receiver of webhooks had it. */
export interface HookRequest {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** The id of the event that it brings. */
  readonly id: string
}

type Answer = (request: HookRequest, response: ServerResponse) => unknown

const taken: Answer = (_, response) => response.writeHead(204).end()

/** A receiver of webhooks, which notes down what it is asked. It takes all until `answer` is another. */
export const startHookReceiver = async () => {
  const asked: HookRequest[] = []
  let answer = taken
  let connections = 0
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request) body += piece
    const received = {
      path: request.url ?? '',
      headers: request.headers,
      body,
      id: String(request.headers['webhook-id']),
    }
    asked.push(received)
    await answer(received, response)
  })
  server.on('connection', () => connections++)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${port}/hook`,
    port,
    asked,
    connections: () => connections,
    /** From now on it answers so; as in the beginning when left out. */
    answer: (other: Answer = taken): void => {
      answer = other
    },
    hangUpOnIdle: () => server.closeIdleConnections(),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

export type HookReceiver = Awaited<ReturnType<typeof startHookReceiver>>
