import type { Socket } from 'socket.io-client'
import type { ClientToServer, ServerToClient } from '../../wire/socket'
import { pauseMs } from '../page/pauses'
import { notePartFailed } from './renewal'

type IoSocket = Socket<ServerToClient, ClientToServer>
type Heard = ServerToClient & Readonly<Record<'connect' | 'connect_error' | 'disconnect', () => void>>

/** A socket as it is used here; what is asked of it before it is fetched is done, in order, when it is. */
export interface TabSocket {
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

/** Hears of a socket by the names of what comes. Gives what ends that. */
export const listenTo = (socket: TabSocket, listeners: Partial<Heard>): (() => void) => {
  const all = Object.entries(listeners) as [keyof Heard, () => void][]
  for (const [name, listener] of all) socket.on(name, listener)
  return () => {
    for (const [name, listener] of all) socket.off(name, listener)
  }
}

const fetchSocket = async (): Promise<IoSocket> => {
  const { io } = await import('socket.io-client')
  const fresh: IoSocket = io({
    transports: ['websocket'],
    autoConnect: false,
    reconnectionDelay: 200,
    reconnectionDelayMax: 5_000,
    timeout: 10_000,
  })
  // A server that refuses for the moment is not asked again by socket.io itself.
  let refusals = 0
  fresh.on('connect', () => {
    refusals = 0
  })
  fresh.on('connect_error', () => {
    if (!fresh.active) setTimeout(() => fresh.connect(), pauseMs(refusals++))
  })
  return fresh
}

const open = (): TabSocket => {
  let fetched: IoSocket | undefined
  let isFetching = false
  let failures = 0
  let waiting: ((socket: IoSocket) => void)[] = []
  const use = (task: (socket: IoSocket) => void): void => {
    if (fetched) task(fetched)
    else waiting.push(task)
  }
  const fetchIt = (): void => {
    if (isFetching) return
    isFetching = true
    fetchSocket().then(
      (socket) => {
        fetched = socket
        for (const task of waiting) task(socket)
        waiting = []
      },
      (error) => {
        void notePartFailed(error)
        setTimeout(() => {
          isFetching = false
          fetchIt()
        }, pauseMs(failures++))
      },
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

let socket: TabSocket | undefined

/** The tab's one socket. It is fetched and connects when somebody first asks it to, and reconnects by itself. */
export const tabSocket = (): TabSocket => {
  socket ??= open()
  return socket
}

/** Comes anew, as who the browser's session says it is now. */
export const reconnectSocket = (): void => {
  const current = tabSocket()
  current.disconnect()
  current.connect()
}
