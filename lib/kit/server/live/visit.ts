import { canSeeCart } from '../../../shop/cart/server/cart-access'
import { cartStream } from '../../../shop/server/streams'
import type { RecordedCartEvent } from '../../../shop/wire/recorded-shop-events'
import type { Identity } from '../../wire/identity'
import {
  type SubscribeAnswer,
  type SubscribeRequest,
  subscribeRequest,
  unsubscribeRequest,
} from '../../wire/socket'
import { newestOnly } from '../limits/newest-only'
import type { Log } from '../log'
import type { EventStore } from '../store/event-store'
import { drop } from './connection-guard'
import type { LiveSocket } from './live-socket'
import type { Presence } from './presence'
import { seatSocket } from './presence-seat'
import { createReceipts } from './receipts'
import type { Follower, Rooms } from './rooms'
import { createSubscription } from './subscription'

const receiptTimeoutMs = 15_000

interface VisitOptions {
  readonly socket: LiveSocket
  readonly rooms: Rooms
  readonly store: EventStore
  readonly presence: Presence
  /** Who the socket is of by now. */
  readonly identify: () => Promise<Identity | undefined>
  readonly log: Log
}

/** A socket's visit: it follows one cart at a time, and may show where in it it looks. */
export const startVisit = ({ socket, rooms, store, presence, identify, log }: VisitOptions): void => {
  const seat = seatSocket(socket, presence)
  const deliver = createReceipts(() => socket.timeout(receiptTimeoutMs).emitWithAck('keepUp'))
  let following: { readonly cartId: string; readonly follower: Follower } | undefined

  const stopFollowing = () => {
    if (!following) return
    following.follower.subscription.stop()
    rooms.leave(following.cartId, following.follower)
    following = undefined
  }

  const leave = () => {
    if (following) seat.dismiss(following.cartId)
    stopFollowing()
  }

  const follow = async ({ cartId, afterVersion }: SubscribeRequest): Promise<SubscribeAnswer> => {
    // Who doesn't read what they were sent has nothing more looked up for them.
    await deliver(0, () => undefined)
    const identity = await identify()
    if (!identity || !(await canSeeCart(store, identity, cartId)))
      return { type: 'refused', code: 'CartNotFound' }
    if (!socket.connected) return { type: 'refused', code: 'Unavailable' }
    // Who asks for the same cart anew keeps their place in it.
    if (following?.cartId === cartId) stopFollowing()
    else leave()
    const subscription = createSubscription({
      afterVersion,
      readAfter: async (version, limit) =>
        (await store.readStream(cartStream(cartId), { from: version + 1, limit })) as RecordedCartEvent[],
      send: (events) =>
        deliver(events.length, () => {
          if (following?.follower === follower) socket.emit('events', { cartId, events })
        }),
      onFailure: (error) => {
        log.warn(
          { err: error, cartId },
          'A socket did not keep up, or the log could not be read; it has to come again',
        )
        drop(socket.conn)
      },
    })
    const follower: Follower = { subscription, looks: () => seat.looksAt(cartId) }
    following = { cartId, follower }
    rooms.join(cartId, follower)
    seat.admit(cartId, identity)
    void subscription.start()
    return { type: 'subscribed' }
  }
  const subscribe = newestOnly(follow, { type: 'refused', code: 'Superseded' })

  socket.on('subscribe', (payload, answer) => {
    const reply = typeof answer === 'function' ? answer : () => undefined
    const request = subscribeRequest.safeParse(payload)
    if (!request.success) return reply({ type: 'refused', code: 'Malformed' })
    subscribe(request.data).then(reply, (error) => {
      log.error({ err: error }, 'A subscription failed')
      reply({ type: 'refused', code: 'Unavailable' })
    })
  })
  socket.on('unsubscribe', (payload) => {
    const request = unsubscribeRequest.safeParse(payload)
    if (request.success && request.data.cartId === following?.cartId) leave()
  })
  socket.on('disconnect', () => {
    leave()
    seat.close()
  })
}
