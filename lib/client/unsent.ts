import type { OutboxEntry } from './outbox'

interface Page {
  readonly cartId: string | null
  /** Is the cart only looked at? */
  readonly readOnly: boolean
}

/** How many commands have no answer yet: all that a shopper asked for; on a page about one cart those for that cart. */
export const unsentCount = (
  entries: readonly Pick<OutboxEntry, 'cartId' | 'answered'>[],
  { cartId, readOnly }: Page,
): number => entries.filter((entry) => !entry.answered && (!readOnly || entry.cartId === cartId)).length
