import { LRUCache } from 'lru-cache'
import type { RecordedEvent } from '../../../kit/events/recorded-event'
import type { Streams } from '../../../kit/server/projections/projection'
import { loadStream } from '../../../kit/server/store/load'
import { cartStream } from '../../server/streams'
import type { RecordedCartEvent } from '../../wire/recorded-shop-events'
import { cart } from '../cart'
import type { CartEvent } from '../events'
import type { CartState } from '../state'

/** A cart's event, and the cart before and after it. */
export interface CartStep {
  readonly event: RecordedCartEvent
  readonly before: CartState
  readonly after: CartState
  readonly opened: Opened
}

/** When and where in the log the cart's first event stands. */
interface Opened {
  readonly position: number
  readonly at: string
}

interface Known {
  readonly state: CartState
  readonly opened: Opened | undefined
}

const maxLines = 200_000
const loadsAtOnce = 8

/**
 * Walks carts along their events. Carts that are still open are remembered, within bounds; one that isn't
 * known at the very version before an event is read from its stream, so that it never matters what was seen before.
 */
export const createCartStates = (streams: Streams, lines = maxLines) => {
  const remembered = new LRUCache<string, Known>({
    maxSize: lines,
    sizeCalculation: ({ state }) => state.items.length + 1,
  })

  const load = async (cartId: string, version: number): Promise<Known> => {
    const nearest = remembered.get(cartId)
    const base = nearest && nearest.state.version <= version ? nearest : unopened(cartId)
    if (base.state.version === version) return base
    const from = base.state.version + 1
    const missed = await loadStream<CartEvent>(streams, cartStream(cartId), from, version)
    const state = cart.fold(base.state, missed)
    if (state.version !== version) throw new Error(`Cart ${cartId} can't be read up to version ${version}`)
    return { state, opened: base.opened ?? openedBy(missed) }
  }

  /** Reads what isn't remembered of the carts that the events begin with, several at a time. */
  const loadAll = async (events: readonly RecordedCartEvent[]): Promise<Map<string, Known>> => {
    const firsts = new Map<string, number>()
    for (const { streamId, version } of events) if (!firsts.has(streamId)) firsts.set(streamId, version)
    const carts = [...firsts]
    const known = new Map<string, Known>()
    for (let at = 0; at < carts.length; at += loadsAtOnce) {
      const some = carts.slice(at, at + loadsAtOnce)
      const loaded = await Promise.all(some.map(([cartId, version]) => load(cartId, version - 1)))
      for (const [index, [cartId]] of some.entries()) known.set(cartId, loaded[index] as Known)
    }
    return known
  }

  const remember = (known: ReadonlyMap<string, Known>) => {
    for (const [cartId, latest] of known) {
      if (latest.state.status === 'active') remembered.set(cartId, latest)
      else remembered.delete(cartId)
    }
  }

  /** The steps that carts took by these events; other streams' events are left out. */
  return async (events: readonly RecordedEvent[]): Promise<CartStep[]> => {
    const ofCarts = events.filter(({ streamType }) => streamType === 'cart') as RecordedCartEvent[]
    const known = await loadAll(ofCarts)
    const steps: CartStep[] = []
    for (const event of ofCarts) {
      let latest = known.get(event.streamId) as Known
      if (latest.state.version !== event.version - 1) latest = await load(event.streamId, event.version - 1)
      const opened = latest.opened ?? { position: event.position, at: event.occurredAt }
      const step = { event, before: latest.state, after: cart.evolve(latest.state, event), opened }
      known.set(event.streamId, { state: step.after, opened })
      steps.push(step)
    }
    remember(known)
    return steps
  }
}

const unopened = (cartId: string): Known => ({ state: cart.initial(cartId), opened: undefined })

const openedBy = ([first]: readonly RecordedEvent[]): Opened | undefined =>
  first && { position: first.position, at: first.occurredAt }
