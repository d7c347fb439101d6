import { amountOfPieces, type LineAmounts } from '../amounts/amounts'
import { type Money, money } from '../money'
import type { LineQuantity } from './events'
import type { OrderLine, OrderState } from './state'

export const currencyOf = ({ amounts }: OrderState): string => amounts.total.currency

const lineOf = ({ lines }: OrderState, lineId: string): OrderLine | undefined =>
  lines.find((line) => line.lineId === lineId)

export const amountsOfLine = ({ amounts }: OrderState, lineId: string): LineAmounts | undefined =>
  amounts.lines.find((line) => line.lineId === lineId)

/**
 * What is to be paid for what the customer keeps. Of each line the first pieces are the first to be shipped and to come
 * back, and the last are cancelled: so no piece is counted twice, and all parts of a line come to its total exactly.
 */
export const amountDue = (order: OrderState): Money => {
  if (order.status === 'cancelled') return money(0, currencyOf(order))
  const ofLines = order.lines.reduce((sum, { lineId, quantity, cancelled, returned }) => {
    const amounts = amountsOfLine(order, lineId)
    return amounts ? sum + amountOfPieces(amounts, returned, quantity - cancelled).amount : sum
  }, 0)
  return money(ofLines + order.amounts.shipping.total.amount, currencyOf(order))
}

/** What pieces that are next to be shipped come to; the first shipment carries what shipping costs. */
export const amountOfShipment = (order: OrderState, lines: readonly LineQuantity[]): Money => {
  const shipping = order.shipments.length === 0 ? order.amounts.shipping.total.amount : 0
  return money(
    lines.reduce((sum, line) => sum + next(order, line, 'shipped'), shipping),
    currencyOf(order),
  )
}

/** What pieces that are next to come back come to. */
export const amountOfReturn = (order: OrderState, lines: readonly LineQuantity[]): Money =>
  money(
    lines.reduce((sum, line) => sum + next(order, line, 'returned'), 0),
    currencyOf(order),
  )

const next = (order: OrderState, { lineId, quantity }: LineQuantity, of: 'shipped' | 'returned'): number => {
  const [line, amounts] = [lineOf(order, lineId), amountsOfLine(order, lineId)]
  return line && amounts ? amountOfPieces(amounts, line[of], line[of] + quantity).amount : 0
}
