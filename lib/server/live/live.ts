import type { Server as HttpServer, IncomingHttpHeaders } from 'node:http'
import { Server, type Socket } from 'socket.io'
import type { Identity } from '../../protocol/identity'
import type { RecordedCartEvent, RecordedEvent } from '../../protocol/recorded-event'
import {
  type ClientToServer,
  type ServerToClient,
  type SubscribeAnswer,
  subscribeRequest,
  unsubscribeRequest,
} from '../../protocol/socket'
import { canSeeCart } from '../auth/cart-access'
import type { Identify } from '../auth/identify'
import { isCrossSite } from '../http/same-origin'
import type { Log } from '../log'
import type { EventStore } from '../store/event-store'
import { cartStream } from '../store/streams'
import { createRooms } from './rooms'
import { createSubscription, type Subscription } from './subscription'

const maxSubscriptionsPerSocket = 50
const receiptTimeoutMs = 15_000
const identityCheckMs = 30_000

type LiveSocket = Socket<ClientToServer, ServerToClient, Record<never, never>, { identity?: Identity }>

interface LiveOptions {
  readonly http: HttpServer
  readonly store: EventStore
  readonly identify: Identify
  readonly log: Log
}

export interface Live {
  /** Hands on what the tail has read. */
  readonly publish: (events: readonly RecordedEvent[]) => void
  readonly close: () => Promise<void>
}

/** The websocket side: who may see a cart follows it from any version on. */
export const startLive = ({ http, store, identify, log }: LiveOptions): Live => {
  const rooms = createRooms()
  const io: Server<
    ClientToServer,
    ServerToClient,
    Record<never, never>,
    { identity?: Identity }
  > = new Server(http, {
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
    mine: Map<string, Subscription>,
    payload: unknown,
  ): Promise<SubscribeAnswer> => {
    const request = subscribeRequest.safeParse(payload)
    if (!request.success) return { type: 'refused', code: 'Malformed' }
    const { cartId, afterVersion } = request.data
    if (!mine.has(cartId) && mine.size >= maxSubscriptionsPerSocket) {
      return { type: 'refused', code: 'TooManySubscriptions' }
    }
    const identity = await identify(headersOf(socket.handshake.headers))
    if (!(await canSeeCart(store, identity, cartId))) return { type: 'refused', code: 'CartNotFound' }
    if (!socket.connected) return { type: 'refused', code: 'Unavailable' }
    leave(mine, cartId)
    if (mine.size >= maxSubscriptionsPerSocket) return { type: 'refused', code: 'TooManySubscriptions' }
    const subscription = createSubscription({
      afterVersion,
      readAfter: async (version, limit) =>
        (await store.readStream(cartStream(cartId), { from: version + 1, limit })) as RecordedCartEvent[],
      send: async (events) => {
        await socket.timeout(receiptTimeoutMs).emitWithAck('events', { cartId, events })
      },
      onFailure: (error) => {
        log.warn(
          { err: error, cartId },
          'A socket did not keep up, or the log could not be read; it has to come again',
        )
        hangUp(socket)
      },
    })
    mine.set(cartId, subscription)
    rooms.join(cartId, subscription)
    void subscription.start()
    return { type: 'subscribed' }
  }

  /** Whose session ended, or whose role changed, comes again as who they are now. */
  const hangUpIfChanged = async (socket: LiveSocket): Promise<void> => {
    const { identity: before } = socket.data
    const now = await identify(headersOf(socket.handshake.headers)).catch(() => before)
    if (now?.userId !== before?.userId || now?.role !== before?.role) hangUp(socket)
  }

  const leave = (mine: Map<string, Subscription>, cartId: string) => {
    const subscription = mine.get(cartId)
    if (!subscription) return
    mine.delete(cartId)
    subscription.stop()
    rooms.leave(cartId, subscription)
  }

  io.on('connection', (socket) => {
    if (socket.data.identity) void socket.join(personalRoom(socket.data.identity.userId))
    const mine = new Map<string, Subscription>()
    socket.on('subscribe', (payload, answer) => {
      const reply = typeof answer === 'function' ? answer : () => undefined
      subscribe(socket, mine, payload).then(reply, (error) => {
        log.error({ err: error }, 'A subscription failed')
        reply({ type: 'refused', code: 'Unavailable' })
      })
    })
    socket.on('unsubscribe', (payload) => {
      const request = unsubscribeRequest.safeParse(payload)
      if (request.success) leave(mine, request.data.cartId)
    })
    const check = setInterval(() => void hangUpIfChanged(socket), identityCheckMs)
    socket.on('disconnect', () => {
      clearInterval(check)
      for (const cartId of [...mine.keys()]) leave(mine, cartId)
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
      for (const socket of io.sockets.sockets.values()) hangUp(socket)
      io.engine.close()
    },
  }
}

/** Ends the connection, not the session: a browser comes back by itself, as it doesn't from a `disconnect`. */
const hangUp = (socket: LiveSocket) => socket.conn.close()

const personalRoom = (userId: string) => `person:${userId}`

const headersOf = (sent: IncomingHttpHeaders): Headers => {
  const headers = new Headers()
  for (const name of ['cookie', 'authorization', 'host', 'origin', 'sec-fetch-site'] as const) {
    const value = sent[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  return headers
}
