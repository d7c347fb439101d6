import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

/**
 * Ends a request to change protocols that nobody here answers: anything but a websocket (HTTP/2 clients ask
 * for h2c on their own accord), and a websocket anywhere but below `paths`. Node leaves such a request hanging.
 */
export const refuseUpgrade =
  (paths: readonly string[]) =>
  (request: IncomingMessage, socket: Duplex): void => {
    const isWebsocket = request.headers.upgrade?.toLowerCase() === 'websocket'
    if (isWebsocket && paths.some((path) => request.url?.startsWith(path))) return
    const status = isWebsocket ? '404 Not Found' : '400 Bad Request'
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
  }
