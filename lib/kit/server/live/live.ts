import {
  createServer,
  type Server as HttpServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
} from 'node:http'
import { Server } from 'socket.io'
import type { Identify } from '../../../shop/server/auth/identify'
import type { RecordedCartEvent } from '../../../shop/wire/recorded-shop-events'
import type { RecordedEvent } from '../../events/recorded-event'
import { isCrossSite } from '../http/same-origin'
import { defaultLimits, type Limits } from '../limits/limits'
import type { Log } from '../log'
import type { EventStore } from '../store/event-store'
import { createConnectionGuard, drop } from './connection-guard'
import { type Known, startIdentityChecks } from './identity-checks'
import type { LiveServer, LiveSocket } from './live-socket'
import type { Presence } from './presence'
import { createRooms } from './rooms'
import { startVisit } from './visit'

const maxMessageBytes = 4_096
const connectMs = 10_000
const identityCheckMs = 30_000

interface LiveOptions {
  readonly http: HttpServer
  readonly store: EventStore
  readonly identify: Identify
  readonly presence: Presence
  readonly limits?: Limits['sockets']
  readonly addressOf?: (request: IncomingMessage) => string
  readonly log: Log
}

export interface Live {
  /** Hands on what the tail has read. */
  readonly publish: (events: readonly RecordedEvent[]) => void
  readonly close: () => Promise<void>
}

/** The websocket side: who may see a cart follows it from any version on. */
export const startLive = (options: LiveOptions): Live => {
  const { http, store, identify, presence, log } = options
  const { limits = defaultLimits.sockets, addressOf = ({ socket }) => socket.remoteAddress ?? '' } = options
  const rooms = createRooms()
  const guard = createConnectionGuard({ limits, addressOf, log })
  // socket.io takes over all requests of the server it is given: it gets one of its own, and hears of upgrades alone.
  const upgrades = createServer()
  http.on('upgrade', (...upgrade) => upgrades.emit('upgrade', ...upgrade))
  const io: LiveServer = new Server(upgrades, {
    serveClient: false,
    destroyUpgrade: false,
    maxHttpBufferSize: maxMessageBytes,
    connectTimeout: connectMs,
    transports: ['websocket'],
    allowRequest: (request, decide) => {
      if (isCrossSite(headersOf(request.headers))) decide(null, false)
      else if (guard.admitsConnection(request)) decide(null, true)
      else decide('TooManySockets', false)
    },
  })
  io.engine.on('connection', guard.watch)

  io.use(async (socket, next) => {
    if (!guard.isFirstOf(socket.conn)) return drop(socket.conn)
    try {
      const identity = await identify(headersOf(socket.handshake.headers))
      if (identity && !guard.admitsPerson(socket.conn, identity.userId))
        return next(new Error('TooManySockets'))
      if (identity) socket.data.identity = identity
      next()
    } catch (error) {
      log.error({ err: error }, 'A socket could not be identified')
      next(new Error('Unavailable'))
    }
  })

  const identityChecks = startIdentityChecks({
    connected: () => [...io.sockets.sockets.values()].map(toKnown),
    identify,
    everyMs: identityCheckMs,
    log,
  })

  io.on('connection', (socket) => {
    if (socket.data.identity) void socket.join(personalRoom(socket.data.identity.userId))
    const identifyAgain = () => identify(headersOf(socket.handshake.headers))
    startVisit({ socket, rooms, store, presence, identify: identifyAgain, log })
  })

  return {
    publish: (events) => {
      const ofCarts = events.filter((event) => event.streamType === 'cart') as RecordedCartEvent[]
      rooms.publish(ofCarts)
      for (const event of ofCarts) {
        if (event.type !== 'CartCreated') continue
        io.to(personalRoom(event.data.customerId)).emit('cartOpened', { cartId: event.streamId })
      }
    },
    close: async () => {
      identityChecks.stop()
      for (const socket of io.sockets.sockets.values()) hangUp(socket)
      io.engine.close()
    },
  }
}

/** Ends the connection, not the session: a browser comes back by itself, as it doesn't from a `disconnect`. */
const hangUp = (socket: LiveSocket) => socket.conn.close()

const toKnown = (socket: LiveSocket): Known => ({
  headers: headersOf(socket.handshake.headers),
  identity: socket.data.identity,
  hangUp: () => hangUp(socket),
})

const personalRoom = (userId: string) => `person:${userId}`

const headersOf = (sent: IncomingHttpHeaders): Headers => {
  const headers = new Headers()
  for (const name of ['cookie', 'authorization', 'host', 'origin', 'sec-fetch-site'] as const) {
    const value = sent[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  return headers
}
