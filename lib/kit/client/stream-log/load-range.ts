import type { CartSession } from '../../../shop/cart/client/use-cart-session'
import type { RecordedCartEvent } from '../../../shop/wire/recorded-shop-events'
import { windowOfEvent } from '../../history/history'
import { keyframeInterval } from '../../kernel/keyframe-interval'

/** The events of versions `first` to `last`, window by window. Rejects when the server can't be asked. */
export const loadRange = async (
  { loadWindow, head }: Pick<CartSession, 'loadWindow' | 'head'>,
  first: number,
  last: number,
): Promise<RecordedCartEvent[]> => {
  const events: RecordedCartEvent[] = []
  const end = Math.min(last, head)
  for (let from = windowOfEvent(Math.max(1, first)); from < end; from += keyframeInterval) {
    events.push(...(await loadWindow(from)).events)
  }
  return events.filter(({ version }) => version >= first && version <= end)
}
