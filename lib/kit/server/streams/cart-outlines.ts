import { LRUCache } from 'lru-cache'
import { cartOutlineOf, extendCartOutline, type MarkedOutline } from '../../../shop/cart/cart-outline'
import { cartStream } from '../../../shop/server/streams'
import type { RecordedCartEvent } from '../../../shop/wire/recorded-shop-events'
import { isOutgrown } from '../../history/outline'
import type { CartOutline } from '../../wire/api-outline'
import type { Sql } from '../postgres/sql'
import type { EventStore } from '../store/event-store'
import { loadStream } from '../store/load'
import { countOutline } from './count-outline'
import { mostMarks, readConflicts, readMilestones } from './marks'

interface Dependencies {
  readonly sql: Sql
  readonly store: Pick<EventStore, 'readStream' | 'headVersion'>
}

export interface CartOutlines {
  /** A cart that is there, at a glance. */
  readonly read: (cartId: string) => Promise<CartOutline>
}

const keptOutlines = 200
/** What came since is read, unless it is more than this: then all is counted anew. */
const mostSince = 2_000

/** Outlines of carts: counted in the database once, and then kept up. An archived cart's is told from its copy. */
export const createCartOutlines = ({ sql, store }: Dependencies): CartOutlines => {
  const known = new LRUCache<string, CartOutline>({ max: keptOutlines })

  const count = async (cartId: string, head: number): Promise<CartOutline> => {
    const stream = cartStream(cartId)
    const [[first], [last], milestones] = await Promise.all([
      store.readStream(stream, { from: 1, to: 1 }),
      store.readStream(stream, { from: head, to: head }),
      readMilestones(sql, cartId, head),
    ])
    if (!first || !last) throw new Error(`Cart ${cartId} has no events 1 and ${head}`)
    // Every cart begins with one: the log doesn't have this one's events any more.
    if (milestones.length > 0) return { ...(await countOutline(sql, cartId, first, last)), marks: milestones }
    return bounded(cartOutlineOf((await loadStream(store, stream)) as RecordedCartEvent[]))
  }

  const extend = async (cartId: string, before: CartOutline, head: number): Promise<CartOutline> => {
    if (before.version === head) return before
    const since = { from: before.version + 1, to: head, limit: mostSince }
    const events = (await store.readStream(cartStream(cartId), since)) as RecordedCartEvent[]
    return bounded(extendCartOutline(before, events))
  }

  const isFit = (outline: CartOutline, head: number): boolean => {
    const since = head - outline.version
    return since >= 0 && since <= mostSince && !isOutgrown(outline)
  }

  return {
    read: async (cartId) => {
      const head = await store.headVersion(cartStream(cartId))
      const before = known.get(cartId)
      const outline =
        before && isFit(before, head) ? await extend(cartId, before, head) : await count(cartId, head)
      known.set(cartId, outline)
      const conflicts = await readConflicts(sql, cartId, head)
      return { ...outline, marks: [...outline.marks, ...conflicts].sort((a, b) => a.version - b.version) }
    },
  }
}

/** With no more marks than are of use, the latest. */
const bounded = (outline: MarkedOutline): CartOutline => ({
  ...outline,
  marks: outline.marks.slice(-mostMarks),
})
