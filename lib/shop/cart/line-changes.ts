import { isSameMoney, type Money, money, times } from '../money'
import { isSameLine } from './lines'
import type { CartItem } from './state'

/** How a line differs between two carts, and what that does to the total. */
export type LineChange = { readonly item: CartItem; readonly difference: Money } & (
  | { readonly type: 'added' | 'removed' | 'moved' }
  /** `item` is the line afterwards. */
  | { readonly type: 'changed'; readonly before: CartItem }
)

/** What leads from some lines to others, in the order of what was and then of what is new. */
export const lineChanges = (before: readonly CartItem[], after: readonly CartItem[]): LineChange[] => {
  const successors = successorsOf(before, after)
  const known = new Set(successors.values())
  const differing = before.flatMap((item) => changeOf(item, successors.get(item)))
  const added = after.filter((item) => !known.has(item))
  const changes = [
    ...differing,
    ...added.map((item): LineChange => ({ type: 'added', item, difference: worth(item, 1) })),
  ]
  return changes.length > 0 ? changes : moves(before, after)
}

/** What each line became: the line of the same price, else the next of its product's that no other line became. */
const successorsOf = (before: readonly CartItem[], after: readonly CartItem[]): Map<CartItem, CartItem> => {
  const left = byProduct(after)
  const successors = new Map<CartItem, CartItem>()
  const pair = (item: CartItem, isIt: (line: CartItem) => boolean) => {
    const lines = left.get(item.productId) ?? []
    const at = successors.has(item) ? -1 : lines.findIndex(isIt)
    const [successor] = at < 0 ? [] : lines.splice(at, 1)
    if (successor) successors.set(item, successor)
  }
  for (const item of before) pair(item, (line) => isSameMoney(line.unitPrice, item.unitPrice))
  for (const item of before) pair(item, () => true)
  return successors
}

const byProduct = (lines: readonly CartItem[]): Map<string, CartItem[]> => {
  const products = new Map<string, CartItem[]>()
  for (const line of lines) {
    const known = products.get(line.productId)
    if (known) known.push(line)
    else products.set(line.productId, [line])
  }
  return products
}

const changeOf = (before: CartItem, after: CartItem | undefined): LineChange[] => {
  if (!after) return [{ type: 'removed', item: before, difference: worth(before, -1) }]
  const isSame =
    before.productName === after.productName &&
    before.quantity === after.quantity &&
    isSameMoney(before.unitPrice, after.unitPrice)
  if (isSame) return []
  const difference = money(worth(after, 1).amount - worth(before, 1).amount, after.unitPrice.currency)
  return [{ type: 'changed', item: after, before, difference }]
}

/** Lines that stand elsewhere, where nothing else differs. */
const moves = (before: readonly CartItem[], after: readonly CartItem[]): LineChange[] =>
  after
    .filter((item, place) => {
      const there = before[place]
      return !there || !isSameLine(there, item)
    })
    .map((item) => ({ type: 'moved', item, difference: money(0, item.unitPrice.currency) }))

const worth = ({ quantity, unitPrice }: CartItem, sign: 1 | -1): Money => times(unitPrice, sign * quantity)
