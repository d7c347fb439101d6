import { createHash, randomUUID } from 'node:crypto'
import type { Identity } from '../../wire/identity'
import { type LookRequest, leaveLookRequest, lookRequest } from '../../wire/socket'
import type { LiveSocket } from './live-socket'
import type { Presence } from './presence'
import { lookersFor } from './presence-lookers'
import { createPace } from './presence-pace'

const tellEveryMs = 100
const receiptTimeoutMs = 15_000
const maxNameLength = 80

/** A socket among those who look. */
export interface PresenceSeat {
  /** The socket may see a cart, as this person. */
  readonly admit: (cartId: string, identity: Identity) => void
  /** It doesn't follow the cart any more. */
  readonly dismiss: (cartId: string) => void
  /** Is somebody there who looks at the cart? */
  readonly looksAt: (cartId: string) => boolean
  readonly close: () => void
}

interface Taken {
  readonly cartId: string
  readonly person: string
  readonly since: number
  readonly unwatch: () => void
}

/**
 * Shows where a socket looks, and tells it who else does: in one cart at a time, and only in one it was admitted to.
 * However often somebody moves, each is told at most ten times a second, of how things stand by then.
 */
export const seatSocket = (socket: LiveSocket, presence: Presence): PresenceSeat => {
  const id = randomUUID()
  const admitted = new Map<string, Identity>()
  let wanted: LookRequest | undefined
  let taken: Taken | undefined
  let told = ''

  const telling = createPace({
    everyMs: tellEveryMs,
    step: async () => {
      const role = taken && admitted.get(taken.cartId)?.role
      if (!taken || !role) return
      const message = lookersFor(taken.cartId, presence.at(taken.cartId), { person: taken.person, role })
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

  const sitDown = (cartId: string, identity: Identity): Taken => {
    taken ??= {
      cartId,
      person: personOn(cartId, identity),
      since: Date.now(),
      unwatch: presence.watch(cartId, telling.ask),
    }
    return taken
  }

  const show = () => {
    if (taken?.cartId !== wanted?.cartId) getUp()
    const identity = wanted && admitted.get(wanted.cartId)
    if (!wanted || !identity) return
    const { cartId, version } = wanted
    const { person, since } = sitDown(cartId, identity)
    const kind = identity.role
    const name = kind === 'staff' ? identity.name.slice(0, maxNameLength) : null
    presence.look({ id, cartId, person, kind, name, version, since, movedAt: Date.now() })
  }

  socket.on('look', (payload) => {
    const request = lookRequest.safeParse(payload)
    if (!request.success) return
    wanted = request.data
    show()
  })
  socket.on('leaveLook', (payload) => {
    const request = leaveLookRequest.safeParse(payload)
    if (!request.success || request.data.cartId !== wanted?.cartId) return
    wanted = undefined
    getUp()
  })

  return {
    admit: (cartId, identity) => {
      admitted.set(cartId, identity)
      show()
    },
    dismiss: (cartId) => {
      admitted.delete(cartId)
      if (taken?.cartId === cartId) getUp()
    },
    looksAt: (cartId) => taken?.cartId === cartId,
    close: () => {
      getUp()
      void telling.stop()
    },
  }
}

/** Tells a person's tabs on one cart apart from others', and nothing more. */
const personOn = (cartId: string, { userId }: Identity): string =>
  createHash('sha256').update(`${cartId} ${userId}`).digest('hex').slice(0, 16)
