import type { Seen } from '../cart/commands'

/** What is found when somebody looks at a cart, and how long carts are left alone. */
export interface CartActivity {
  readonly isOpen: boolean
  readonly isEmpty: boolean
  /** As it was then, for who closes it. */
  readonly seen: Seen
  /** When the last thing happened to it. ISO 8601, UTC. */
  readonly lastAt: string
  /** Did its owner say that they like to be reminded? */
  readonly mayRemind: boolean
  readonly remindAfterMs: number
  readonly abandonAfterMs: number
}

/** What became of a reminder; who it went to doesn't stand in the log. */
export type Reminded =
  | { readonly sent: true }
  | { readonly sent: false; readonly why: 'closed' | 'stopped' | 'noAddress' }
