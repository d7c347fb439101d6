import type { Aggregates } from '../../../kit/server/aggregates/aggregates'
import { head } from '../../../kit/server/aggregates/moment'
import type { Join } from '../../../kit/server/commands/handle-request'
import { type Joined, joined } from '../../../kit/server/commands/joined'
import type { StockCommand } from '../../stock/commands'
import type { StockRejection } from '../../stock/decide'
import { reservedFor } from '../../stock/state'
import { storedStock } from '../../stock/wire/stored-stock'
import type { OrderRejection } from '../decide'
import type { OrderedLine } from '../events'
import type { OrderState } from '../state'

interface Change {
  readonly by: number
  readonly productName: string
}

/** What is ordered more or less of each product is reserved or given back in the same append, or nothing changes. */
export const joinStock = async (
  aggregates: Pick<Aggregates, 'at'>,
  order: OrderState,
  lines: readonly OrderedLine[],
  at: string,
): Promise<Join<OrderRejection>> => {
  const changes = new Map<string, Change>()
  const count = ({ productId, productName, quantity }: OrderedLine, sign: 1 | -1) =>
    changes.set(productId, { by: (changes.get(productId)?.by ?? 0) + sign * quantity, productName })
  for (const line of order.lines) count(line, -1)
  for (const line of lines) count(line, 1)
  const others: Joined<OrderRejection>[] = []
  for (const [productId, { by, productName }] of changes) {
    const command = await commandOf(aggregates, productId, { orderId: order.id, by, at })
    if (command) others.push(joinOf(productId, productName, command))
  }
  return { type: 'joined', others }
}

/** What was reserved before it was counted, or no longer is, can't be given back. */
const commandOf = async (
  aggregates: Pick<Aggregates, 'at'>,
  productId: string,
  { orderId, by, at }: { readonly orderId: string; readonly by: number; readonly at: string },
): Promise<StockCommand | undefined> => {
  if (by === 0) return undefined
  if (by > 0) return { type: 'ReserveStock', orderId, quantity: by, at }
  const { state } = await aggregates.at(storedStock, productId, head)
  const quantity = Math.min(-by, reservedFor(state, orderId))
  return quantity > 0 ? { type: 'ReleaseStock', orderId, quantity } : undefined
}

const joinOf = (productId: string, productName: string, command: StockCommand): Joined<OrderRejection> =>
  joined(storedStock, {
    streamId: productId,
    command,
    refusedAs: (rejection: StockRejection): OrderRejection => {
      if (rejection.type === 'OutOfStock') return { ...rejection, productName }
      throw new Error(`Stock can't go along with an order: ${rejection.type}`)
    },
  })
