import { isSameStream, type StreamName } from '../../events/stream-name'
import type { Identity } from '../../wire/identity'
import {
  type SubscribeAnswer,
  type SubscribeRequest,
  subscribeRequest,
  unsubscribeRequest,
} from '../../wire/socket'
import { refOf, streamAt } from '../../wire/stream-ref'
import type { StreamAccess } from '../access/access'
import type { Log } from '../log'
import type { EventStore } from '../store/event-store'
import { answerNewest } from './answer-newest'
import { drop } from './connection-guard'
import type { LiveSocket } from './live-socket'
import type { Presence } from './presence'
import { seatSocket } from './presence-seat'
import { createReceipts } from './receipts'
import type { Follower, Rooms } from './rooms'
import { createSubscription } from './subscription'

const receiptTimeoutMs = 15_000

interface VisitOptions<Person extends Identity> {
  readonly socket: LiveSocket
  readonly rooms: Rooms
  readonly store: Pick<EventStore, 'readStream'>
  readonly access: Pick<StreamAccess<Person>, 'see'>
  readonly presence: Presence
  /** Who the socket is of by now. */
  readonly identify: () => Promise<Person | undefined>
  readonly log: Log
}

/** A socket's visit: it follows one stream at a time, and may show where in it it looks. */
export const startVisit = <Person extends Identity>({
  socket,
  rooms,
  store,
  access,
  presence,
  identify,
  log,
}: VisitOptions<Person>): void => {
  const seat = seatSocket(socket, presence)
  const deliver = createReceipts(() => socket.timeout(receiptTimeoutMs).emitWithAck('keepUp'))
  let following: { readonly stream: StreamName; readonly follower: Follower } | undefined

  const stopFollowing = () => {
    if (!following) return
    following.follower.subscription.stop()
    rooms.leave(following.stream, following.follower)
    following = undefined
  }

  const leave = () => {
    if (following) seat.dismiss(following.stream)
    stopFollowing()
  }

  const follow = async ({ afterVersion, ...ref }: SubscribeRequest): Promise<SubscribeAnswer> => {
    const stream = streamAt(ref)
    // Who doesn't read what they were sent has nothing more looked up for them.
    await deliver(0, () => undefined)
    const identity = await identify()
    if (!identity || (await access.see(identity, stream)) !== 'seen')
      return { type: 'refused', code: 'StreamNotFound' }
    if (!socket.connected) return { type: 'refused', code: 'Unavailable' }
    // Who asks for the same stream anew keeps their place in it.
    if (following && isSameStream(following.stream, stream)) stopFollowing()
    else leave()
    const subscription = createSubscription({
      afterVersion,
      readAfter: (version, limit) => store.readStream(stream, { from: version + 1, limit }),
      send: (events, withOthers) =>
        deliver(events.length, () => {
          if (following?.follower !== follower) return
          if (withOthers) withOthers(events)
          else socket.emit('events', { ...refOf(stream), events })
        }),
      onFailure: (error) => {
        log.warn(
          { err: error, stream },
          'A socket did not keep up, or the log could not be read; it has to come again',
        )
        drop(socket.conn)
      },
    })
    const follower: Follower = { socketId: socket.id, subscription, looks: () => seat.looksAt(stream) }
    following = { stream, follower }
    rooms.join(stream, follower)
    seat.admit(stream, identity)
    void subscription.start()
    return { type: 'subscribed' }
  }

  socket.on(
    'subscribe',
    answerNewest({
      schema: subscribeRequest,
      work: follow,
      superseded: { type: 'refused', code: 'Superseded' },
      failure: 'A subscription failed',
      log,
    }),
  )
  socket.on('unsubscribe', (payload) => {
    const request = unsubscribeRequest.safeParse(payload)
    if (request.success && following && isSameStream(streamAt(request.data), following.stream)) leave()
  })
  socket.on('disconnect', () => {
    leave()
    seat.close()
  })
}
