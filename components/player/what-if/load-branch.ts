import { loadRange } from '@/lib/kit/client/stream-log/load-range'
import { windowOfEvent } from '@/lib/kit/history/history'
import { cart } from '@/lib/shop/cart/cart'
import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'
import { beginCartBranch, type CartBranch } from '@/lib/shop/cart/what-if-cart'

/** A branch takes so many events of what truly happened. */
export const longestBranch = 2_000

/** The branch that leaves truth after a version: truth still, for as far as it goes. Rejects when the server can't be asked. */
export const loadBranch = async (
  session: Pick<CartSession, 'loadWindow' | 'head'>,
  after: number,
): Promise<CartBranch> => {
  const { from, state, events } = await session.loadWindow(windowOfEvent(Math.max(1, after)))
  const base = cart.fold(state, events.slice(0, after - from))
  return beginCartBranch(base, await loadRange(session, after + 1, after + longestBranch))
}
