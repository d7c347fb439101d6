import { io, type Socket } from 'socket.io-client'
import type { ClientToServer, ServerToClient } from '../protocol/socket'

export type CartSocket = Socket<ServerToClient, ClientToServer>

let socket: CartSocket | undefined

/** How long to wait, in milliseconds, before asking a server again that could not answer. */
export const retryMs = 1_000

/** The tab's one socket. It connects when somebody first asks for it, and reconnects by itself. */
export const cartSocket = (): CartSocket => {
  if (socket) return socket
  const fresh: CartSocket = io({
    transports: ['websocket'],
    autoConnect: false,
    reconnectionDelay: 200,
    reconnectionDelayMax: 2_000,
  })
  // A server that refuses for the moment is not asked again by socket.io itself.
  fresh.on('connect_error', () => {
    if (!fresh.active) setTimeout(() => fresh.connect(), retryMs)
  })
  socket = fresh
  return fresh
}

/** Comes anew, as who the browser's session says it is now. */
export const reconnectSocket = (): void => {
  const current = cartSocket()
  current.disconnect()
  current.connect()
}
