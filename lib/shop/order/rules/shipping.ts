import { accept, type Decision, reject } from '../../../kit/kernel/decider'
import type { DeliverOrder, ShipOrder } from '../commands'
import type { OrderDelivered, OrderShipped } from '../events'
import { type OrderState, type Shipment, unshipped } from '../state'
import { allPieces, isSamePieces, type PiecesRejection, piecesOf, whyNotThere } from './pieces'

export type ShipRejection =
  | PiecesRejection
  | { readonly type: 'OrderIsCancelled' }
  | { readonly type: 'OrderNotConfirmed' }
  | { readonly type: 'OrderNotShipped' }
  /** The name stands for a shipment of other pieces. */
  | { readonly type: 'ShipmentAlreadyExists'; readonly shipment: string }
  | { readonly type: 'ShipmentUnknown'; readonly shipment: string }

/** In parts, each of pieces that weren't shipped yet. */
export const ship = (
  { shipment: name, lines, trackingNumber, carrier }: ShipOrder,
  order: OrderState,
): Decision<OrderShipped, ShipRejection> => {
  if (order.status === 'cancelled') return reject({ type: 'OrderIsCancelled' })
  if (!order.isConfirmed) return reject({ type: 'OrderNotConfirmed' })
  const shipment = name ?? nextShipment(order)
  const known = shipmentOf(order, shipment)
  if (known) {
    const isDone = lines !== undefined && isSamePieces(lines, known.lines)
    return isDone ? accept() : reject({ type: 'ShipmentAlreadyExists', shipment })
  }
  const pieces = piecesOf(lines ?? allPieces(order, unshipped))
  const wrong = whyNotThere(order, lines ?? pieces, unshipped)
  if (wrong) return reject(wrong)
  const data = {
    shipment,
    lines: pieces,
    ...(trackingNumber !== undefined && { trackingNumber }),
    ...(carrier !== undefined && { carrier }),
  }
  return accept({ type: 'OrderShipped', data })
}

/** What was shipped arrived: one shipment, or all that are under way. */
export const deliver = (
  { shipment, signature }: DeliverOrder,
  order: OrderState,
): Decision<OrderDelivered, ShipRejection> => {
  if (order.status === 'cancelled') return reject({ type: 'OrderIsCancelled' })
  if (order.shipments.length === 0) return reject({ type: 'OrderNotShipped' })
  const chosen = shipment === undefined ? order.shipments : order.shipments.filter(isNamed(shipment))
  if (chosen.length === 0) return reject({ type: 'ShipmentUnknown', shipment: shipment ?? '' })
  const arrived = chosen.filter(({ isDelivered }) => !isDelivered)
  return accept(
    ...arrived.map((each): OrderDelivered => {
      const data = { shipment: each.shipment, ...(signature && { signature }) }
      return { type: 'OrderDelivered', data }
    }),
  )
}

const isNamed =
  (name: string) =>
  ({ shipment }: Shipment): boolean =>
    shipment === name

const shipmentOf = ({ shipments }: OrderState, name: string): Shipment | undefined =>
  shipments.find(isNamed(name))

/** Shipments are numbered, past any that was given such a name. */
const nextShipment = (order: OrderState): string => {
  let number = order.shipments.length + 1
  while (shipmentOf(order, `${number}`)) number++
  return `${number}`
}
