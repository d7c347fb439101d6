import type { Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

const drainMs = 5_000

/**
 * Watches a server so that it can be closed well: it takes no more, what is under way finishes (or is cut
 * after 5 s), and then no connection stays, also none that was opened ahead of a request or upgraded.
 */
export const createDrain = (http: Server): (() => Promise<void>) => {
  const sockets = new Set<Socket>()
  const underWay = new Set<ServerResponse>()

  http.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  http.on('request', (_request, response: ServerResponse) => {
    underWay.add(response)
    response.once('close', () => underWay.delete(response))
  })

  return async () => {
    const closed = new Promise((resolve) => http.close(resolve))
    const finished = Promise.all(
      [...underWay].map((response) => new Promise((resolve) => response.once('close', resolve))),
    )
    let timer: NodeJS.Timeout | undefined
    const late = new Promise((resolve) => {
      timer = setTimeout(resolve, drainMs)
    })
    await Promise.race([finished, late])
    clearTimeout(timer)
    for (const socket of sockets) socket.destroy()
    await closed
  }
}
