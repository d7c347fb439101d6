import type { Server as HttpServer, IncomingHttpHeaders } from 'node:http'
import { Server } from 'socket.io'
import type { RecordedCartEvent, RecordedEvent } from '../../protocol/recorded-event'
import { type SubscribeAnswer, subscribeRequest, unsubscribeRequest } from '../../protocol/socket'
import { canSeeCart } from '../auth/cart-access'
import type { Identify } from '../auth/identify'
import { isCrossSite } from '../http/same-origin'
import type { Log } from '../log'
import type { EventStore } from '../store/event-store'
import { cartStream } from '../store/streams'
import { type Known, startIdentityChecks } from './identity-checks'
import type { LiveServer, LiveSocket } from './live-socket'
import type { Presence } from './presence'
import { type PresenceSeat, seatSocket } from './presence-seat'
import { withReceipts } from './receipts'
import { createRooms, type Follower } from './rooms'
import { createSubscription } from './subscription'

const maxSubscriptionsPerSocket = 50
const receiptTimeoutMs = 15_000
const identityCheckMs = 30_000

interface LiveOptions {
  readonly http: HttpServer
  readonly store: EventStore
  readonly identify: Identify
  readonly presence: Presence
  readonly log: Log
}

/** What a socket follows, and whether it shows where it looks. */
interface Visit {
  readonly mine: Map<string, Follower>
  readonly seat: PresenceSeat
}

export interface Live {
  /** Hands on what the tail has read. */
  readonly publish: (events: readonly RecordedEvent[]) => void
  readonly close: () => Promise<void>
}

/** The websocket side: who may see a cart follows it from any version on. */
export const startLive = ({ http, store, identify, presence, log }: LiveOptions): Live => {
  const rooms = createRooms()
  const io: LiveServer = new Server(http, {
    serveClient: false,
    destroyUpgrade: false,
    maxHttpBufferSize: 16_384,
    transports: ['websocket'],
    allowRequest: ({ headers }, decide) => decide(null, !isCrossSite(headersOf(headers))),
  })

  io.use(async (socket, next) => {
    try {
      const identity = await identify(headersOf(socket.handshake.headers))
      if (identity) socket.data.identity = identity
      next()
    } catch (error) {
      log.error({ err: error }, 'A socket could not be identified')
      next(new Error('Unavailable'))
    }
  })

  const subscribe = async (
    socket: LiveSocket,
    { mine, seat }: Visit,
    payload: unknown,
  ): Promise<SubscribeAnswer> => {
    const request = subscribeRequest.safeParse(payload)
    if (!request.success) return { type: 'refused', code: 'Malformed' }
    const { cartId, afterVersion } = request.data
    if (!mine.has(cartId) && mine.size >= maxSubscriptionsPerSocket) {
      return { type: 'refused', code: 'TooManySubscriptions' }
    }
    const identity = await identify(headersOf(socket.handshake.headers))
    if (!identity || !(await canSeeCart(store, identity, cartId)))
      return { type: 'refused', code: 'CartNotFound' }
    if (!socket.connected) return { type: 'refused', code: 'Unavailable' }
    stop(mine, cartId)
    if (mine.size >= maxSubscriptionsPerSocket) return { type: 'refused', code: 'TooManySubscriptions' }
    const subscription = createSubscription({
      afterVersion,
      readAfter: async (version, limit) =>
        (await store.readStream(cartStream(cartId), { from: version + 1, limit })) as RecordedCartEvent[],
      send: withReceipts({
        send: (events) => void socket.emit('events', { cartId, events }),
        receipt: () => socket.timeout(receiptTimeoutMs).emitWithAck('keepUp'),
      }),
      onFailure: (error) => {
        log.warn(
          { err: error, cartId },
          'A socket did not keep up, or the log could not be read; it has to come again',
        )
        hangUp(socket)
      },
    })
    const follower: Follower = { subscription, looks: () => seat.looksAt(cartId) }
    mine.set(cartId, follower)
    rooms.join(cartId, follower)
    seat.admit(cartId, identity)
    void subscription.start()
    return { type: 'subscribed' }
  }

  const identityChecks = startIdentityChecks({
    connected: () => [...io.sockets.sockets.values()].map(toKnown),
    identify,
    everyMs: identityCheckMs,
    log,
  })

  const stop = (mine: Visit['mine'], cartId: string) => {
    const follower = mine.get(cartId)
    if (!follower) return
    mine.delete(cartId)
    follower.subscription.stop()
    rooms.leave(cartId, follower)
  }

  io.on('connection', (socket) => {
    if (socket.data.identity) void socket.join(personalRoom(socket.data.identity.userId))
    const visit: Visit = { mine: new Map(), seat: seatSocket(socket, presence) }
    const leave = (cartId: string) => {
      visit.seat.dismiss(cartId)
      stop(visit.mine, cartId)
    }
    socket.on('subscribe', (payload, answer) => {
      const reply = typeof answer === 'function' ? answer : () => undefined
      subscribe(socket, visit, payload).then(reply, (error) => {
        log.error({ err: error }, 'A subscription failed')
        reply({ type: 'refused', code: 'Unavailable' })
      })
    })
    socket.on('unsubscribe', (payload) => {
      const request = unsubscribeRequest.safeParse(payload)
      if (request.success) leave(request.data.cartId)
    })
    socket.on('disconnect', () => {
      for (const cartId of [...visit.mine.keys()]) leave(cartId)
      visit.seat.close()
    })
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
