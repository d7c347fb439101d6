import { type Money, money } from '../money'
import type { CartItem } from './state'

/** How a product's line differs between two carts, and what that does to the total. */
export type LineChange = { readonly item: CartItem; readonly difference: Money } & (
  | { readonly type: 'added' | 'removed' | 'moved' }
  /** `item` is the line afterwards. */
  | { readonly type: 'changed'; readonly before: CartItem }
)

/** What leads from some lines to others, in the order of what was and then of what is new. */
export const lineChanges = (before: readonly CartItem[], after: readonly CartItem[]): LineChange[] => {
  const now = new Map(after.map((item) => [item.productId, item]))
  const known = new Set(before.map(({ productId }) => productId))
  const differing = before.flatMap((item) => changeOf(item, now.get(item.productId)))
  const added = after.filter(({ productId }) => !known.has(productId))
  const changes = [
    ...differing,
    ...added.map((item): LineChange => ({ type: 'added', item, difference: worth(item, 1) })),
  ]
  return changes.length > 0 ? changes : moves(before, after)
}

const changeOf = (before: CartItem, after: CartItem | undefined): LineChange[] => {
  if (!after) return [{ type: 'removed', item: before, difference: worth(before, -1) }]
  const { quantity, unitPrice } = before
  const isSame =
    before.productName === after.productName &&
    quantity === after.quantity &&
    unitPrice.amount === after.unitPrice.amount &&
    unitPrice.currency === after.unitPrice.currency
  if (isSame) return []
  const difference = money(worth(after, 1).amount - worth(before, 1).amount, after.unitPrice.currency)
  return [{ type: 'changed', item: after, before, difference }]
}

/** Lines that stand elsewhere, where nothing else differs. */
const moves = (before: readonly CartItem[], after: readonly CartItem[]): LineChange[] =>
  after
    .filter(({ productId }, place) => before[place]?.productId !== productId)
    .map((item) => ({ type: 'moved', item, difference: money(0, item.unitPrice.currency) }))

const worth = ({ quantity, unitPrice }: CartItem, sign: 1 | -1): Money =>
  money(sign * quantity * unitPrice.amount, unitPrice.currency)
