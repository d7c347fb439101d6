import { type RunEffect, runEffect, type SendCommand, sendCommand } from '../../kit/processes/reactions'
import type { OrderCommand } from '../order/commands'
import type { FulfilmentState } from './state'

type Of = Pick<FulfilmentState, 'orderId'>

/** Has the order looked at: what is found is an input. */
export const look = ({ orderId }: Of, name: 'look' | 'deadline' | 'terms' = 'look') =>
  runEffect(name, 'order-look', { orderId })

/** Sends the order a command. */
export const tellOrder = ({ orderId }: Of, name: string, command: OrderCommand): SendCommand =>
  sendCommand(name, { type: 'order', id: orderId }, command)

/** Writes down in the order what was done with its money. */
export const record = (of: Of, command: OrderCommand): SendCommand => tellOrder(of, 'record', command)

/** Asks what became of a payment that somebody has yet to say yes to. */
export const find = ({
  orderId,
  awaited,
}: Pick<FulfilmentState, 'orderId' | 'awaited'>): readonly RunEffect[] =>
  awaited
    ? [runEffect('find', 'payment-find', { orderId, key: awaited.key, paymentId: awaited.paymentId })]
    : []

/** Confirms the order, its window being over. */
export const confirm = (of: Of, at: string): SendCommand =>
  tellOrder(of, 'confirm', { type: 'ConfirmOrder', by: 'window', at })
