import { randomUUID } from 'node:crypto'
import type { Pool, PoolConfig } from 'pg'
import { type StreamName, streamKey } from '../../events/stream-name'
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

/** Who looks at which stream, on whatever node. Nothing of it is kept: it lives in memory and in NOTIFY. */
export interface Presence {
  readonly look: (look: Look) => void
  readonly leave: (id: string) => void
  readonly at: (stream: StreamName) => readonly Look[]
  /** Calls whenever the looks at a stream changed, until what it gives is called. */
  readonly watch: (stream: StreamName, onChange: () => void) => () => void
  /** Says goodbye to the other nodes. */
  readonly stop: () => Promise<void>
}

/** Presence on this node: its own people, and those the other nodes tell of. */
export const startPresence = ({ pool, connection, log, beatMs = 5_000 }: PresenceOptions): Presence => {
  const watchers = new Map<string, Set<() => void>>()
  const node = createPresenceNode(randomUUID(), (stream) => {
    for (const onChange of watchers.get(streamKey(stream)) ?? []) onChange()
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
    watch: (stream, onChange) => {
      const key = streamKey(stream)
      const ofStream = watchers.get(key) ?? new Set()
      watchers.set(key, ofStream.add(onChange))
      return () => {
        ofStream.delete(onChange)
        if (ofStream.size === 0 && watchers.get(key) === ofStream) watchers.delete(key)
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
