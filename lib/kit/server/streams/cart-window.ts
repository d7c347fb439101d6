import { canSeeCartOf } from '../../../shop/cart/server/cart-access'
import { cartAggregate } from '../../../shop/cart/server/cart-aggregate'
import type { CartState } from '../../../shop/cart/state'
import { largestVersion } from '../../../shop/cart/wire/api-carts'
import type { CartOpening, CartWindow } from '../../../shop/cart/wire/cart-opening'
import { cartStream } from '../../../shop/server/streams'
import type { RecordedCartEvent } from '../../../shop/wire/recorded-shop-events'
import { windowOfState } from '../../history/history'
import { keyframeInterval } from '../../kernel/keyframe-interval'
import type { Identity } from '../../wire/identity'
import type { Aggregates } from '../aggregates/aggregates'
import type { EventStore } from '../store/event-store'
import { loadStream } from '../store/load'

interface Dependencies {
  readonly store: Pick<EventStore, 'readStream' | 'headVersion'>
  readonly aggregates: Pick<Aggregates, 'at'>
}

/** A page has at least so many events, where there are as many: enough for a screen of them. */
const fewestEvents = 64

/** A cart's state at a version and the events after it, as many as a window has; all of them where `toHead`. */
export const readWindow = async (
  { store, aggregates }: Dependencies,
  cartId: string,
  from: number,
  toHead = false,
): Promise<CartWindow> => {
  const [{ state }, events] = await Promise.all([
    stateAtVersion(aggregates, cartId, from),
    loadStream(store, cartStream(cartId), from + 1, toHead ? undefined : lastOf(from)),
  ])
  return { from, state, events: events as RecordedCartEvent[] }
}

/** The database counts no further than `largestVersion`. */
const lastOf = (from: number): number => Math.min(largestVersion, from + keyframeInterval)

/**
 * What a page needs of a cart: its last events, and the windows with the versions it looks at. Undefined where it isn't
 * there for this person.
 */
export const openForReading = async (
  dependencies: Dependencies,
  identity: Identity,
  cartId: string,
  versions: readonly number[],
): Promise<CartOpening | undefined> => {
  const { store } = dependencies
  const [head, [created]] = await Promise.all([
    store.headVersion(cartStream(cartId)),
    store.readStream(cartStream(cartId), { to: 1 }),
  ])
  if (!created || !canSeeCartOf(created, identity)) return undefined
  const from = windowOfState(Math.max(0, head - fewestEvents))
  const looked = new Set(versions.map(windowOfState).filter((each) => each < from))
  const [last, ...windows] = await Promise.all([
    readWindow(dependencies, cartId, from, true),
    ...[...looked].map((each) => readWindow(dependencies, cartId, each)),
  ])
  return { streamType: 'cart', streamId: cartId, createdAt: created.occurredAt, last, windows }
}

const stateAtVersion = (
  aggregates: Dependencies['aggregates'],
  cartId: string,
  version: number,
): Promise<{ readonly state: CartState }> =>
  aggregates.at(cartAggregate, cartId, { type: 'version', version })
