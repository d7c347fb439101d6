import { createHash, randomUUID } from 'node:crypto'
import { isSameStream, type StreamName, streamKey } from '../../events/stream-name'
import type { Identity } from '../../wire/identity'
import { leaveLookRequest, lookRequest } from '../../wire/socket'
import { streamAt } from '../../wire/stream-ref'
import type { LiveSocket } from './live-socket'
import type { Presence } from './presence'
import { lookersFor } from './presence-lookers'
import { createPace } from './presence-pace'

const tellEveryMs = 100
const receiptTimeoutMs = 15_000
const maxNameLength = 80

/** A socket among those who look. */
export interface PresenceSeat {
  /** The socket may see a stream, as this person. */
  readonly admit: (stream: StreamName, identity: Identity) => void
  /** It doesn't follow the stream any more. */
  readonly dismiss: (stream: StreamName) => void
  /** Is somebody there who looks at the stream? */
  readonly looksAt: (stream: StreamName) => boolean
  readonly close: () => void
}

/** Where the socket wants to be seen. */
interface Wanted {
  readonly stream: StreamName
  readonly version: number | null
}

interface Taken {
  readonly stream: StreamName
  readonly person: string
  readonly since: number
  readonly unwatch: () => void
}

/**
 * Shows where a socket looks, and tells it who else does: in one stream at a time, and only in one it was admitted to.
 * However often somebody moves, each is told at most ten times a second, of how things stand by then.
 */
export const seatSocket = (socket: LiveSocket, presence: Presence): PresenceSeat => {
  const id = randomUUID()
  const admitted = new Map<string, Identity>()
  let wanted: Wanted | undefined
  let taken: Taken | undefined
  let told = ''

  const telling = createPace({
    everyMs: tellEveryMs,
    step: async () => {
      const role = taken && admitted.get(streamKey(taken.stream))?.role
      if (!taken || !role) return
      const message = lookersFor(taken.stream, presence.at(taken.stream), { person: taken.person, role })
      const words = JSON.stringify(message)
      if (words === told) return
      told = words
      await socket.timeout(receiptTimeoutMs).emitWithAck('lookers', message)
    },
    // Who gives no receipt misses what was said; the next change tells anew.
    onError: () => {
      told = ''
    },
  })

  const getUp = () => {
    if (!taken) return
    taken.unwatch()
    presence.leave(id)
    taken = undefined
    told = ''
  }

  const sitDown = (stream: StreamName, identity: Identity): Taken => {
    taken ??= {
      stream,
      person: personOn(stream, identity),
      since: Date.now(),
      unwatch: presence.watch(stream, telling.ask),
    }
    return taken
  }

  const show = () => {
    if (taken && !(wanted && isSameStream(taken.stream, wanted.stream))) getUp()
    const identity = wanted && admitted.get(streamKey(wanted.stream))
    if (!wanted || !identity) return
    const { stream, version } = wanted
    const { person, since } = sitDown(stream, identity)
    const kind = identity.role
    const name = kind === 'staff' ? identity.name.slice(0, maxNameLength) : null
    presence.look({ id, stream, person, kind, name, version, since, movedAt: Date.now() })
  }

  socket.on('look', (payload) => {
    const request = lookRequest.safeParse(payload)
    if (!request.success) return
    wanted = { stream: streamAt(request.data), version: request.data.version }
    show()
  })
  socket.on('leaveLook', (payload) => {
    const request = leaveLookRequest.safeParse(payload)
    if (!request.success || !wanted || !isSameStream(streamAt(request.data), wanted.stream)) return
    wanted = undefined
    getUp()
  })

  return {
    admit: (stream, identity) => {
      admitted.set(streamKey(stream), identity)
      show()
    },
    dismiss: (stream) => {
      admitted.delete(streamKey(stream))
      if (taken && isSameStream(taken.stream, stream)) getUp()
    },
    looksAt: (stream) => taken !== undefined && isSameStream(taken.stream, stream),
    close: () => {
      getUp()
      void telling.stop()
    },
  }
}

/** Tells a person's tabs on one stream apart from others', and nothing more. */
const personOn = (stream: StreamName, { userId }: Identity): string =>
  createHash('sha256')
    .update(`${streamKey(stream)} ${userId}`)
    .digest('hex')
    .slice(0, 16)
