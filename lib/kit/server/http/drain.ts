import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { Server as NetServer, type Socket } from 'node:net'

/** What still runs by then is cut. */
const drainMs = 5_000
/** A connection that was used so lately may have a request on its way to us. */
const quietMs = 400
const lookMs = 50

export interface Drain {
  /** From now on every answer tells its connection to go elsewhere; all of them are answered still. */
  readonly sendElsewhere: () => void
  /** Takes no new connection, finishes what is under way, and closes the others once they are quiet. */
  readonly close: () => Promise<void>
}

/**
 * Watches a server so that it can be closed without a reset under a request that was sent: connections that are kept
 * alive are told to close with an answer, and only those that nobody uses are closed by us. After 5 s none stays.
 */
export const createDrain = (http: Server): Drain => {
  /** When each connection was last of use; undefined while it answers. */
  const sockets = new Map<Socket, number | undefined>()
  const underWay = new Set<ServerResponse>()
  let isLeaving = false

  http.on('connection', (socket: Socket) => {
    sockets.set(socket, performance.now())
    socket.once('close', () => {
      sockets.delete(socket)
      // What was sent ahead and never answered doesn't close by itself.
      for (const response of underWay) if (response.req.socket === socket) underWay.delete(response)
    })
  })
  // Before any other listener: one of them may answer at once.
  http.prependListener('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    if (isLeaving) response.shouldKeepAlive = false
    underWay.add(response)
    sockets.set(socket, undefined)
    response.once('close', () => {
      underWay.delete(response)
      if (sockets.has(socket)) sockets.set(socket, performance.now())
    })
  })

  const sendElsewhere = () => {
    isLeaving = true
    for (const response of underWay) if (!response.headersSent) response.shouldKeepAlive = false
  }

  const closeQuiet = () => {
    const now = performance.now()
    for (const [socket, usedAt] of sockets) {
      if (usedAt !== undefined && now - usedAt >= quietMs) socket.end()
    }
  }

  return {
    sendElsewhere,
    close: async () => {
      sendElsewhere()
      // Not http.close(): that one also cuts what is idle at this very moment.
      const closed = new Promise((resolve) => NetServer.prototype.close.call(http, resolve))
      const looking = setInterval(closeQuiet, lookMs)
      const late = setTimeout(() => {
        for (const socket of sockets.keys()) socket.destroy()
      }, drainMs)
      await closed
      clearInterval(looking)
      clearTimeout(late)
    },
  }
}
