import type { Socket } from 'socket.io-client'
import type { ClientToServer, ServerToClient } from '../protocol/socket'

type IoSocket = Socket<ServerToClient, ClientToServer>
type Heard = ServerToClient & Readonly<Record<'connect' | 'connect_error' | 'disconnect', () => void>>

/** A socket as it is used here; what is asked of it before it is fetched is done, in order, when it is. */
export interface CartSocket {
  readonly isConnected: () => boolean
  readonly on: <Name extends keyof Heard>(name: Name, listener: Heard[Name]) => void
  readonly off: <Name extends keyof Heard>(name: Name, listener: Heard[Name]) => void
  readonly emit: <Name extends keyof ClientToServer>(
    name: Name,
    ...message: Parameters<ClientToServer[Name]>
  ) => void
  readonly connect: () => void
  readonly disconnect: () => void
}

/** How long to wait, in milliseconds, before asking a server again that could not answer. */
export const retryMs = 1_000

const fetchSocket = async (): Promise<IoSocket> => {
  const { io } = await import('socket.io-client')
  const fresh: IoSocket = io({
    transports: ['websocket'],
    autoConnect: false,
    reconnectionDelay: 200,
    reconnectionDelayMax: 2_000,
  })
  // A server that refuses for the moment is not asked again by socket.io itself.
  fresh.on('connect_error', () => {
    if (!fresh.active) setTimeout(() => fresh.connect(), retryMs)
  })
  return fresh
}

const open = (): CartSocket => {
  let fetched: IoSocket | undefined
  let isFetching = false
  let waiting: ((socket: IoSocket) => void)[] = []
  const use = (task: (socket: IoSocket) => void): void => {
    if (fetched) task(fetched)
    else waiting.push(task)
  }
  const fetchIt = (): void => {
    if (isFetching) return
    isFetching = true
    void fetchSocket().then(
      (socket) => {
        fetched = socket
        for (const task of waiting) task(socket)
        waiting = []
      },
      () =>
        setTimeout(() => {
          isFetching = false
          fetchIt()
        }, retryMs),
    )
  }
  return {
    isConnected: () => fetched?.connected ?? false,
    on: (name, listener) => use((socket) => void socket.on(name as 'connect', listener as () => void)),
    off: (name, listener) => use((socket) => void socket.off(name as 'connect', listener as () => void)),
    emit: (name, ...message) => use((socket) => void socket.emit(name, ...message)),
    connect: () => {
      fetchIt()
      use((socket) => void socket.connect())
    },
    disconnect: () => use((socket) => void socket.disconnect()),
  }
}

let socket: CartSocket | undefined

/** The tab's one socket. It is fetched and connects when somebody first asks it to, and reconnects by itself. */
export const cartSocket = (): CartSocket => {
  socket ??= open()
  return socket
}

/** Comes anew, as who the browser's session says it is now. */
export const reconnectSocket = (): void => {
  const current = cartSocket()
  current.disconnect()
  current.connect()
}
