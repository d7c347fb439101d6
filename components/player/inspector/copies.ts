import { loadRange } from '@/lib/kit/client/stream-log/load-range'
import { windowOfState } from '@/lib/kit/history/history'
import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'
import { foldCart } from '@/lib/shop/cart/evolve'
import type { CartState } from '@/lib/shop/cart/state'
import type { RecordedCartEvent } from '@/lib/shop/wire/recorded-shop-events'

type Source = Pick<CartSession, 'loadWindow' | 'head'>

/** The event as the log has it. */
export const asJson = (event: RecordedCartEvent): string => JSON.stringify(event, null, 2)

/** A line for a shell that gets the event from the API; the key is for the shell to know. */
export const asCurl = ({ streamId, version }: RecordedCartEvent, origin: string): string => {
  const path = `/api/carts/${encodeURIComponent(streamId)}/events?after=${version - 1}&limit=1`
  return `curl -H "authorization: Bearer $HINDSIGHT_KEY" '${origin}${path}'`
}

/** Few events are given as they are, many as the state they came to. */
const mostGiven = 50

/** The text of a given/when/then test of the command that made the event. Rejects when the server can't be asked. */
export const asTest = async (source: Source, event: RecordedCartEvent): Promise<string> => {
  const { first, last } = await commandOf(source, event)
  const [events, { testOfHistory }] = await Promise.all([
    loadRange(source, first, last),
    import('@/lib/shop/cart/client/test-of-history'),
  ])
  const before = first - 1
  const given = before > mostGiven ? await stateAt(source, before) : await loadRange(source, 1, before)
  return testOfHistory({ cartId: event.streamId, given, events })
}

/** The versions that the event's command made: a restore makes many. */
export const commandOf = async (source: Source, { version, metadata }: RecordedCartEvent) => {
  const isOfIt = async (other: number): Promise<boolean> => {
    const [found] = await loadRange(source, other, other)
    return found !== undefined && found.metadata.commandId === metadata.commandId
  }
  let first = version
  let last = version
  if (metadata.commandId !== null) {
    while (first > 1 && (await isOfIt(first - 1))) first--
    while (last < source.head && (await isOfIt(last + 1))) last++
  }
  return { first, last }
}

const stateAt = async ({ loadWindow }: Source, version: number): Promise<CartState> => {
  const { from, state, events } = await loadWindow(windowOfState(version))
  return foldCart(state, events.slice(0, version - from))
}
