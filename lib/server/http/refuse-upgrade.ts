import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

/**
 * Ends a request to change protocols that nobody here answers: anything but a websocket. Node leaves such a
 * request hanging otherwise (HTTP/2 clients ask for h2c on their own accord).
 */
export const refuseUpgrade = (request: IncomingMessage, socket: Duplex): void => {
  if (request.headers.upgrade?.toLowerCase() === 'websocket') return
  socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
}
