import type { Server, Socket } from 'socket.io'
import type { Identity } from '../../wire/identity'
import type { ClientToServer, ServerToClient } from '../../wire/socket'

type NoServerEvents = Record<never, never>

interface SocketData {
  identity?: Identity
}

export type LiveServer = Server<ClientToServer, ServerToClient, NoServerEvents, SocketData>
export type LiveSocket = Socket<ClientToServer, ServerToClient, NoServerEvents, SocketData>
