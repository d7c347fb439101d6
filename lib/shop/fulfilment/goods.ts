import { sendCommand } from '../../kit/processes/reactions'
import type { LineQuantity } from '../order/events'
import type { FulfilmentInput, Reactions } from './inputs'
import type { FulfilmentState } from './state'

/** What becomes of the goods: sent to whom they were promised, given back, or come back. A code is used by what is ordered alone. */
export const moveGoods = (event: FulfilmentInput, state: FulfilmentState): Reactions => {
  const { orderId, products, discountCode } = state
  const each = (lines: readonly LineQuantity[], commandOf: (quantity: number) => { readonly type: string }) =>
    [...quantities(lines, products)].map(([productId, quantity]) =>
      sendCommand(`stock/${productId}`, { type: 'stock', id: productId }, commandOf(quantity)),
    )
  switch (event.type) {
    case 'OrderShipped':
      return each(event.data.lines, (quantity) => ({ type: 'TakeStock', orderId, quantity }))
    case 'OrderCancelled':
      return [
        ...each(all(products), () => ({ type: 'ReleaseStock', orderId })),
        ...(discountCode === undefined ? [] : [giveBackCode(discountCode, orderId)]),
      ]
    case 'QuantityCancelled':
      return each(event.data.lines, (quantity) => ({ type: 'ReleaseStock', orderId, quantity }))
    case 'OrderReturned': {
      const { lines, reason, restock } = event.data
      return each(lines, (quantity) =>
        restock
          ? { type: 'ReturnStock', orderId, quantity }
          : { type: 'WriteOffStock', orderId, quantity, reason },
      )
    }
    default:
      return []
  }
}

/** How many of each product; several lines may be of one. */
const quantities = (
  lines: readonly LineQuantity[],
  products: FulfilmentState['products'],
): ReadonlyMap<string, number> => {
  const counted = new Map<string, number>()
  for (const { lineId, quantity } of lines) {
    const productId = products.find((each) => each.lineId === lineId)?.productId
    if (productId !== undefined) counted.set(productId, (counted.get(productId) ?? 0) + quantity)
  }
  return counted
}

const all = (products: FulfilmentState['products']): readonly LineQuantity[] =>
  products.map(({ lineId }) => ({ lineId, quantity: 1 }))

const giveBackCode = (code: string, orderId: string) => {
  const command = { type: 'GiveDiscountBack', orderId }
  return sendCommand('discount', { type: 'discount', id: code }, command)
}
