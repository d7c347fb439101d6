import type { StreamName } from '../../events/stream-name'
import { createLooks, type Look } from './presence-looks'

/** What one node tells the others; with nothing in it, that it is still there. */
export interface NodeMessage {
  readonly node: string
  /** Forget what you knew of me first. */
  readonly fresh: boolean
  /** Tell me all you have. */
  readonly asks: boolean
  readonly looks: readonly Look[]
  /** Ids of looks that ended. */
  readonly left: readonly string[]
}

/** What a node hears of another one. */
interface Neighbour {
  readonly heardAt: number
  readonly ids: ReadonlySet<string>
}

/**
 * One node's knowledge of who looks where: its own people's looks, and what the other nodes told of theirs. Messages
 * may get lost as long as it is told so (`missedSome`, `notSent`): then it asks, or tells all anew.
 */
export const createPresenceNode = (node: string, onChange: (stream: StreamName) => void) => {
  const looks = createLooks(onChange)
  const own = new Map<string, Look>()
  const neighbours = new Map<string, Neighbour>()
  const touched = new Set<string>()
  let fresh = true
  let asks = true

  const learn = ({ node: from, fresh: anew, looks: heard, left }: NodeMessage, now: number) => {
    const before = neighbours.get(from)?.ids ?? new Set()
    const here = heard.map((look) => look.id)
    const gone = new Set(anew ? [...before].filter((id) => !here.includes(id)) : left)
    for (const id of gone) if (before.has(id)) looks.remove(id)
    for (const look of heard) looks.put(look)
    const ids = new Set([...before, ...here].filter((id) => !gone.has(id)))
    neighbours.set(from, { heardAt: now, ids })
  }

  const leave = (id: string): void => {
    if (!own.delete(id)) return
    touched.add(id)
    looks.remove(id)
  }

  return {
    at: looks.at,
    /** Somebody here looks, or looks elsewhere now. */
    look: (look: Look): void => {
      own.set(look.id, look)
      touched.add(look.id)
      looks.put(look)
    },
    leave,
    leaveAll: (): void => {
      for (const id of [...own.keys()]) leave(id)
    },
    /** Takes in what another node told at a time; says whether there is something to answer. */
    hear: (message: NodeMessage, now: number): boolean => {
      if (message.node === node) return false
      if (!message.fresh && !neighbours.has(message.node)) asks = true
      if (message.asks) fresh = true
      learn(message, now)
      return asks || fresh
    },
    /** Messages of the others may have been lost. */
    missedSome: (): void => {
      asks = true
    },
    /** What was taken last didn't reach the others. */
    notSent: (): void => {
      fresh = true
      asks = true
    },
    /** Forgets the nodes that were not heard since a time. */
    expire: (since: number): void => {
      for (const [from, { heardAt, ids }] of neighbours) {
        if (heardAt >= since) continue
        neighbours.delete(from)
        for (const id of ids) looks.remove(id)
      }
    },
    /** Whether the others have to be told now and then that this node is still there. */
    hasNews: (): boolean => own.size > 0 || touched.size > 0 || fresh || asks,
    /** What the others have to be told now; with it they are. */
    take: (): NodeMessage => {
      const told = fresh ? [...own.keys()] : [...touched]
      const message = {
        node,
        fresh,
        asks,
        looks: told.flatMap((id) => own.get(id) ?? []),
        left: told.filter((id) => !own.has(id)),
      }
      touched.clear()
      fresh = false
      asks = false
      return message
    },
  }
}
