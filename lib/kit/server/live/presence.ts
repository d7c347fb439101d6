import { randomUUID } from 'node:crypto'
import type { Pool, PoolConfig } from 'pg'
import type { Log } from '../log'
import { listen } from '../tail/listen'
import type { Look } from './presence-looks'
import { createPresenceNode } from './presence-node'
import { createPace } from './presence-pace'
import { payloadsOf, readPayload } from './presence-payloads'

const channel = 'presence'
const tellEveryMs = 200
/** So many beats may fail to come before a node counts as gone. */
const missedBeats = 3

interface PresenceOptions {
  readonly pool: Pool
  readonly connection: PoolConfig
  readonly log: Log
  /** How often a node says that it is still there, in milliseconds. */
  readonly beatMs?: number
}

/** Who looks at which cart, on whatever node. Nothing of it is kept: it lives in memory and in NOTIFY. */
export interface Presence {
  readonly look: (look: Look) => void
  readonly leave: (id: string) => void
  readonly at: (cartId: string) => readonly Look[]
  /** Calls whenever the looks at a cart changed, until what it gives is called. */
  readonly watch: (cartId: string, onChange: () => void) => () => void
  /** Says goodbye to the other nodes. */
  readonly stop: () => Promise<void>
}

/** Presence on this node: its own people, and those the other nodes tell of. */
export const startPresence = ({ pool, connection, log, beatMs = 5_000 }: PresenceOptions): Presence => {
  const watchers = new Map<string, Set<() => void>>()
  const node = createPresenceNode(randomUUID(), (cartId) => {
    for (const onChange of watchers.get(cartId) ?? []) onChange()
  })

  const tell = async () => {
    try {
      await pool.query('SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload', [
        channel,
        payloadsOf(node.take()),
      ])
    } catch (error) {
      node.notSent()
      throw error
    }
  }
  const telling = createPace({
    step: tell,
    everyMs: tellEveryMs,
    onError: (error) =>
      log.warn({ err: error }, 'The other nodes could not be told who looks; the next beat does'),
  })

  const listener = listen(
    connection,
    channel,
    (payload) => {
      if (payload === undefined) {
        node.missedSome()
        return telling.ask()
      }
      const message = readPayload(payload)
      if (message && node.hear(message, performance.now())) telling.ask()
    },
    log,
  )
  const beat = setInterval(() => {
    node.expire(performance.now() - missedBeats * beatMs)
    if (node.hasNews()) telling.ask()
  }, beatMs)

  return {
    look: (look) => {
      node.look(look)
      telling.ask()
    },
    leave: (id) => {
      node.leave(id)
      telling.ask()
    },
    at: node.at,
    watch: (cartId, onChange) => {
      const ofCart = watchers.get(cartId) ?? new Set()
      watchers.set(cartId, ofCart.add(onChange))
      return () => {
        ofCart.delete(onChange)
        if (ofCart.size === 0 && watchers.get(cartId) === ofCart) watchers.delete(cartId)
      }
    },
    stop: async () => {
      clearInterval(beat)
      await Promise.all([telling.stop(), listener.stop()])
      node.leaveAll()
      await tell()
    },
  }
}
