'use server'

import { handleOrderRequest } from '@/lib/shop/order/server/order-commands'
import { shipAll } from '@/lib/shop/order/server/ship-orders'
import {
  type OrderAction,
  type OrderActionAnswer,
  orderAction,
  type ShipOrders,
  type ShipOrdersAnswer,
  shipOrders,
} from '@/lib/shop/order/wire/order-actions'
import { currentIdentity } from '@/lib/shop/server/auth/session'
import { parseInput } from '@/lib/shop/server/parse-input'
import { getContext } from '@/lib/shop/server/shared-context'

const orderCommands = () => {
  const { commands, coverEdit, pricing } = getContext()
  return { ...commands, coverEdit, pricing }
}

/** Asks something of an order. */
export async function sendToOrder(raw: OrderAction): Promise<OrderActionAnswer> {
  const parsed = parseInput(orderAction, raw)
  if (parsed.type === 'rejected') return parsed
  const identity = await currentIdentity()
  if (!identity) return { type: 'signedOut' }
  const { orderId, request: sent } = parsed.value
  const { commandId, expectedVersion, ...request } = sent
  return handleOrderRequest(orderCommands(), identity, orderId, request, { commandId, expectedVersion })
}

/** Ships all that is left of several orders. */
export async function shipChosen(raw: ShipOrders): Promise<ShipOrdersAnswer> {
  const parsed = shipOrders.safeParse(raw)
  if (!parsed.success) return { type: 'malformed' }
  const identity = await currentIdentity()
  if (!identity) return { type: 'signedOut' }
  return shipAll(orderCommands(), identity, parsed.data)
}
