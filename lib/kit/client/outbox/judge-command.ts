import type { CartHistory } from '../../../shop/cart/client/cart-log'
import { productOf } from '../../../shop/cart/client/coalesce'
import type { Offers } from '../../../shop/cart/commands'
import type { CartItem } from '../../../shop/cart/state'
import type { CartRefusal } from '../../../shop/cart/wire/cart-answers'
import { decidePending, type PendingCommand } from './pending'

export type Judged =
  | { readonly type: 'refused'; readonly rejection: CartRefusal }
  /** `mergeable` are the ids of commands on their way that it may be merged with. */
  | { readonly type: 'taken'; readonly mergeable: ReadonlySet<string> }

const none: ReadonlySet<string> = new Set()

/** What the rules say of a command on the cart as it is shown, with all that is on its way. */
export const judgeCommand = (
  confirmed: CartHistory,
  pending: readonly PendingCommand[],
  command: PendingCommand,
  offers?: Offers,
): Judged => {
  const { refused } = decidePending(confirmed, [...pending, command], offers)
  const own = refused.find(({ commandId }) => commandId === command.commandId)
  // The server may be at a version that was told of here, and isn't shown yet.
  if (own && own.rejection.type !== 'ConcurrencyConflict')
    return { type: 'refused', rejection: own.rejection }
  const { items } = decidePending(confirmed, pending, offers).state
  const product = productOf(command.request)
  const isInCart = items.some(({ productId }) => productId === product)
  const isAtOnePrice = pricesOf(product, confirmed.head.items, items, [...pending, command]).size <= 1
  if (!isInCart || !isAtOnePrice) return { type: 'taken', mergeable: none }
  const mergeable = new Set(pending.map(({ commandId }) => commandId))
  for (const { commandId } of refused) mergeable.delete(commandId)
  return { type: 'taken', mergeable }
}

/** The prices of a product: in the cart before and after what is on its way, and of what is to be put in. */
const pricesOf = (
  product: string | undefined,
  before: readonly CartItem[],
  after: readonly CartItem[],
  commands: readonly PendingCommand[],
): ReadonlySet<string> => {
  const lines = [...before, ...after].filter(({ productId }) => productId === product)
  const offers = commands.filter(({ request }) => productOf(request) === product)
  const prices = [...lines, ...offers.flatMap((command) => command.product ?? [])]
  return new Set(prices.map(({ unitPrice }) => `${unitPrice.amount} ${unitPrice.currency}`))
}
