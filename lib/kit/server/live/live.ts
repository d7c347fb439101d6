import { createServer, type Server as HttpServer, type IncomingMessage } from 'node:http'
import { Server } from 'socket.io'
import type { RecordedEvent } from '../../events/recorded-event'
import type { StoredStreamTypes } from '../../streams/stored-stream-types'
import type { Identity } from '../../wire/identity'
import { watchStoryRequest, watchTypeRequest } from '../../wire/socket'
import { refOf } from '../../wire/stream-ref'
import type { StreamAccess } from '../access/access'
import type { Identify } from '../http/caller'
import { isCrossSite } from '../http/same-origin'
import { defaultLimits, type Limits } from '../limits/limits'
import type { Log } from '../log'
import type { EventStore } from '../store/event-store'
import { createConnectionGuard, drop } from './connection-guard'
import { type KnownIdentity, startIdentityChecks } from './identity-checks'
import { letWatch } from './let-watch'
import type { LiveServer, LiveSocket } from './live-socket'
import type { Presence } from './presence'
import { createRooms } from './rooms'
import { startVisit } from './visit'
import { createWatched } from './watched'

const maxMessageBytes = 4_096
const connectMs = 10_000
const identityCheckMs = 30_000

interface LiveOptions<Person extends Identity> {
  readonly http: HttpServer
  readonly store: Pick<EventStore, 'readStream'>
  readonly types: StoredStreamTypes
  readonly access: Pick<StreamAccess<Person>, 'see'>
  readonly identify: Identify<Person>
  readonly presence: Presence
  readonly limits?: Limits['sockets']
  readonly addressOf?: (request: IncomingMessage) => string
  readonly log: Log
}

export interface Live {
  /** Hands on what the tail has read. */
  readonly publish: (events: readonly RecordedEvent[]) => void
  /** Looks at once whether those who are connected as this person, or as anybody, still are who they were. */
  readonly recheck: (userId?: string) => void
  readonly close: () => Promise<void>
}

/** The websocket side: who may see a stream follows it from any version on. */
export const startLive = <Person extends Identity>(options: LiveOptions<Person>): Live => {
  const { http, store, types, access, identify, presence, log } = options
  const { limits = defaultLimits.sockets, addressOf = ({ socket }) => socket.remoteAddress ?? '' } = options
  const stories = createWatched(({ metadata }) => metadata.correlationId)
  const ofTypes = createWatched(({ streamType }) => streamType)
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
      if (isCrossSite(request.headers)) decide(null, false)
      else if (guard.admitsConnection(request)) decide(null, true)
      else decide('TooManySockets', false)
    },
  })
  io.engine.on('connection', guard.watch)
  // Each socket is alone in a room of its own id; what goes to many rooms is encoded once.
  const rooms = createRooms((stream, events, socketIds) =>
    io.to([...socketIds]).emit('events', { ...refOf(stream), events }),
  )

  io.use(async (socket, next) => {
    if (!guard.isFirstOf(socket.conn)) return drop(socket.conn)
    try {
      const identity = await identify(socket.handshake.headers)
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
    const identifyAgain = () => identify(socket.handshake.headers)
    startVisit({ socket, rooms, store, access, presence, identify: identifyAgain, log })
    const watching = { socket, access, identify: identifyAgain, log }
    letWatch(watching, {
      watched: stories,
      on: 'watchStory',
      off: 'unwatchStory',
      schema: watchStoryRequest,
      keyOf: ({ correlationId }) => correlationId,
      tell: (story) => socket.emit('storyGrew', story),
    })
    letWatch(watching, {
      watched: ofTypes,
      on: 'watchType',
      off: 'unwatchType',
      schema: watchTypeRequest,
      keyOf: ({ streamType }) => streamType,
      tell: (type, events) => socket.emit('typeGrew', { ...type, position: lastPosition(events) }),
    })
  })

  return {
    publish: (events) => {
      rooms.publish(events)
      stories.publish(events)
      ofTypes.publish(events)
      for (const event of events) {
        const { streamType, streamId, version } = event
        const owner = version === 1 ? types.named(streamType)?.ownerOf(event) : undefined
        if (owner !== undefined) io.to(personalRoom(owner)).emit('streamOpened', { streamType, streamId })
      }
    },
    recheck: identityChecks.now,
    close: async () => {
      identityChecks.stop()
      for (const socket of io.sockets.sockets.values()) hangUp(socket)
      io.engine.close()
    },
  }
}

/** Ends the connection, not the session: a browser comes back by itself, as it doesn't from a `disconnect`. */
const hangUp = (socket: LiveSocket) => socket.conn.close()

const toKnown = (socket: LiveSocket): KnownIdentity => ({
  sent: socket.handshake.headers,
  identity: socket.data.identity,
  hangUp: () => hangUp(socket),
})

const lastPosition = (events: readonly RecordedEvent[]): number => events.at(-1)?.position ?? 0

const personalRoom = (userId: string) => `person:${userId}`
