import type { IncomingMessage } from 'node:http'
import { createCounts } from '../http/admission/connections'
import { visitorOf } from '../http/client-address'
import { createBudget } from '../limits/budget'
import type { Limits } from '../limits/limits'
import type { Log } from '../log'
import type { LiveSocket } from './live-socket'
import { createMessageCount } from './message-count'

export type GuardedConnection = LiveSocket['conn']

const messageSeconds = 10
/** Some screens of events; who has more to read than this doesn't read. */
const maxUnread = 1_048_576

interface GuardOptions {
  readonly limits: Limits['sockets']
  readonly addressOf: (request: IncomingMessage) => string
  readonly log: Log
}

/** Ends a connection now, with all that waits in it. A browser comes back by itself. */
export const drop = (connection: GuardedConnection): void => {
  connection.close(true)
  connection.request.socket.destroy()
}

/**
 * Bounds what sockets may take: how many there are of an address and of a person, how much each may say, and how much it may
 * leave unread. What is too much ends the connection at once, before anything is done for it.
 */
export const createConnectionGuard = ({ limits, addressOf, log }: GuardOptions) => {
  const addresses = createCounts()
  const people = createCounts()
  const personOf = new WeakMap<GuardedConnection, string | undefined>()
  const byAddress = createBudget(limits.messagesPerAddress, messageSeconds)
  const byPerson = createBudget(limits.messagesPerPerson, messageSeconds)

  const end = (connection: GuardedConnection, why: string): void => {
    if (connection.readyState !== 'open') return
    log.info({ address: addressOf(connection.request) }, `A socket was dropped: ${why}`)
    drop(connection)
  }

  return {
    /** Is there room for one more from where this comes? */
    admitsConnection: (request: IncomingMessage): boolean => {
      const visitor = visitorOf(addressOf(request))
      if (addresses.all() >= limits.all || addresses.of(visitor) >= limits.perAddress) return false
      request.socket.once('close', addresses.add(visitor))
      return true
    },
    watch: (connection: GuardedConnection): void => {
      const visitor = visitorOf(addressOf(connection.request))
      const charge = async (messages: number) => {
        const person = personOf.get(connection)
        const spent = await Promise.all([
          byAddress.spend(visitor, messages),
          person ? byPerson.spend(person, messages) : undefined,
        ])
        if (spent.some((each) => each?.type === 'over')) end(connection, 'too many messages of one visitor')
      }
      const isFine = createMessageCount({
        most: limits.messages,
        charge: (messages) => {
          charge(messages).catch((error) => log.error({ err: error }, 'A budget could not be read'))
        },
      })
      connection.on('packet', () => {
        if (!isFine()) end(connection, 'too many messages')
      })
      connection.on('packetCreate', () => {
        if (connection.request.socket.writableLength > maxUnread) end(connection, 'it does not read')
      })
    },
    /** A connection is one socket's, and may be the only way in which it is asked who comes. */
    isFirstOf: (connection: GuardedConnection): boolean => {
      if (personOf.has(connection)) return false
      personOf.set(connection, undefined)
      return true
    },
    /** Is there room for one more of this person? */
    admitsPerson: (connection: GuardedConnection, userId: string): boolean => {
      if (people.of(userId) >= limits.perPerson) return false
      personOf.set(connection, userId)
      connection.once('close', people.add(userId))
      return true
    },
  }
}
