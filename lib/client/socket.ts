import { io, type Socket } from 'socket.io-client'
import type { ClientToServer, ServerToClient } from '../protocol/socket'

export type CartSocket = Socket<ServerToClient, ClientToServer>

let socket: CartSocket | undefined

/** The tab's one socket. It connects when somebody first asks for it, and reconnects by itself. */
export const cartSocket = (): CartSocket => {
  socket ??= io({
    transports: ['websocket'],
    autoConnect: false,
    reconnectionDelay: 200,
    reconnectionDelayMax: 2_000,
  })
  return socket
}

/** Comes anew, as who the browser's session says it is now. */
export const reconnectSocket = (): void => {
  const current = cartSocket()
  current.disconnect()
  current.connect()
}
