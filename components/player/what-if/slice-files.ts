import { eventsOf } from '@/lib/kit/history/what-if'
import type { HistoryOrigin } from '@/lib/kit/wire/history-file'
import { cart } from '@/lib/shop/cart/cart'
import { testOfHistory } from '@/lib/shop/cart/client/test-of-history'
import type { CartEvent } from '@/lib/shop/cart/events'
import type { CartState } from '@/lib/shop/cart/state'
import type { CartBranch } from '@/lib/shop/cart/what-if-cart'
import { toCartHistoryFile } from '@/lib/shop/cart/wire/cart-history-file'

/** Some of a branch's events in a row, and the cart before them. */
export interface Slice {
  readonly before: CartState
  /** What came before them from the cart's first event on; undefined where the branch begins later. */
  readonly past: readonly CartEvent[] | undefined
  readonly events: readonly CartEvent[]
}

/** The events of a branch from its version `first` to its version `last`. */
export const sliceOf = (branch: CartBranch, first: number, last: number): Slice => {
  const { base } = branch
  const events = eventsOf(branch)
  const past = events.slice(0, first - 1 - base.version)
  return {
    before: cart.fold(base, past),
    past: base.version === 0 ? past : undefined,
    events: events.slice(first - 1 - base.version, last - base.version),
  }
}

export interface TextFile {
  readonly name: string
  readonly text: string
  readonly type: string
}

/** The slice as JSON, to be looked at again or to be a test's fixture. */
export const historyFileOf = (slice: Slice, about: HistoryOrigin): TextFile => ({
  name: `${nameOf(slice)}.json`,
  text: `${JSON.stringify(toCartHistoryFile(about, slice.before, slice.events), null, 2)}\n`,
  type: 'application/json',
})

/** The slice as a test for this code base. */
export const testFileOf = (slice: Slice): TextFile => ({
  name: `${nameOf(slice)}.test.ts`,
  text: testOfHistory({ cartId: slice.before.id, given: slice.past ?? slice.before, events: slice.events }),
  type: 'text/typescript',
})

const nameOf = ({ before, events }: Slice): string =>
  `cart-${before.id.replace(/[^A-Za-z0-9-]/g, '_')}-v${before.version + 1}-${before.version + events.length}`
