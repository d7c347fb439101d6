import { v5 as uuidv5 } from 'uuid'
import type { ShopIdentity } from '../../wire/shop-identity'
import type { NotShipped, ShipOrdersAnswer } from '../wire/order-actions'
import { handleOrderRequest, type OrderCommandDependencies } from './order-commands'

interface Asked {
  readonly orderIds: readonly string[]
  readonly commandId: string
}

/** Ships all that is left of each order; what one refuses holds up no other. Sent again, it is done once. */
export const shipAll = async (
  dependencies: OrderCommandDependencies,
  identity: ShopIdentity,
  { orderIds, commandId }: Asked,
): Promise<Extract<ShipOrdersAnswer, { type: 'shipped' }>> => {
  const refused: NotShipped[] = []
  let position = 0
  for (const orderId of orderIds) {
    const delivery = { commandId: uuidv5(orderId, commandId) }
    const answer = await handleOrderRequest(dependencies, identity, orderId, { type: 'ShipOrder' }, delivery)
    if (answer.type === 'rejected') refused.push({ orderId, rejection: answer.rejection })
    else position = Math.max(position, answer.position)
  }
  return { type: 'shipped', shipped: orderIds.length - refused.length, refused, position }
}
