import { accept, type Decision, reject } from '../../../kit/kernel/decider'
import type { OrderAmounts } from '../../amounts/amounts'
import type { PlacingRejection } from '../../cart/decide'
import { isSameMoney, type Money, money } from '../../money'
import { balanceOf } from '../balance'
import type { PlaceOrder, UpdateItems } from '../commands'
import type { OrderEvent, OrderedLine, OrderItemsUpdated, OrderPlaced } from '../events'
import { evolveOrder } from '../evolve'
import { orderNumberOf } from '../order-number'
import type { OrderLine, OrderState } from '../state'
import type { AuthorisationMissing } from './confirming'
import { isCount } from './pieces'

/** What comes into an order isn't to be had, or can't be priced: found out before its rules are asked. */
export type PricingRejection =
  | PlacingRejection
  | { readonly type: 'ProductUnknown'; readonly productId: string }

type LinesRejection =
  | { readonly type: 'OrderEmpty' }
  | { readonly type: 'InvalidQuantity'; readonly quantity: number }
  /** What it is to come to was made for other lines than these. */
  | { readonly type: 'AmountsMismatch' }

export type PlaceRejection = { readonly type: 'OrderAlreadyExists' } | LinesRejection

/** An order has items, each at least once, and amounts that were made for them. */
export const place = (
  { type: _, ...data }: PlaceOrder,
  order: OrderState,
): Decision<OrderPlaced, PlaceRejection> => {
  if (order.status !== 'none') return reject({ type: 'OrderAlreadyExists' })
  const wrong = whyNotOrderable(data.lines, data.amounts)
  if (wrong) return reject(wrong)
  return accept({ type: 'OrderPlaced', data: { number: orderNumberOf(order.id), ...data } })
}

export type UpdateRejection =
  | { readonly type: 'OrderIsCancelled' }
  | { readonly type: 'OrderAlreadyConfirmed' }
  | LinesRejection
  | AuthorisationMissing

/**
 * Items change before the order is confirmed. What was authorised stays so, and where it doesn't suffice, the difference
 * is authorised first.
 */
export const updateItems = (
  { lines, amounts }: UpdateItems,
  order: OrderState,
): Decision<OrderItemsUpdated, UpdateRejection> => {
  if (order.status === 'cancelled') return reject({ type: 'OrderIsCancelled' })
  if (order.isConfirmed) return reject({ type: 'OrderAlreadyConfirmed' })
  const wrong = whyNotOrderable(lines, amounts)
  if (wrong) return reject(wrong)
  if (amounts.total.currency !== order.amounts.total.currency) return reject({ type: 'AmountsMismatch' })
  if (isSame(order, lines, amounts)) return accept()
  const event: OrderItemsUpdated = { type: 'OrderItemsUpdated', data: { lines, amounts } }
  const missing = isPayable(order) ? missingAfter(order, event) : undefined
  return missing ? reject({ type: 'AuthorisationMissing', missing }) : accept(event)
}

/** Was anything authorised for it yet? Before that, its payment is for the whole of it. */
const isPayable = ({ payments }: OrderState): boolean =>
  payments.some(({ authorised, released }) => authorised > released)

const missingAfter = (order: OrderState, event: OrderEvent): Money | undefined => {
  const { toAuthorise } = balanceOf(evolveOrder(order, event))
  return toAuthorise.amount > 0 ? toAuthorise : undefined
}

const whyNotOrderable = (
  lines: readonly OrderedLine[],
  amounts: OrderAmounts,
): LinesRejection | undefined => {
  if (lines.length === 0) return { type: 'OrderEmpty' }
  const odd = lines.find(({ quantity }) => !isCount(quantity))
  if (odd) return { type: 'InvalidQuantity', quantity: odd.quantity }
  return isMadeFor(lines, amounts) ? undefined : { type: 'AmountsMismatch' }
}

/** Of each line once, at its quantity and price, in one currency, and summing up. */
const isMadeFor = (lines: readonly OrderedLine[], amounts: OrderAmounts): boolean => {
  const { currency } = amounts.total
  const byId = new Map(amounts.lines.map((line) => [line.lineId, line]))
  if (byId.size !== lines.length || amounts.lines.length !== lines.length) return false
  const fits = lines.every(({ lineId, quantity, unitPrice }) => {
    const made = byId.get(lineId)
    return (
      made?.quantity === quantity && isSameMoney(made.unitPrice, unitPrice) && isAmount(made.total, currency)
    )
  })
  const total = amounts.lines.reduce((sum, line) => sum + line.total.amount, amounts.shipping.total.amount)
  return (
    fits && isAmount(amounts.shipping.total, currency) && isSameMoney(amounts.total, money(total, currency))
  )
}

const isAmount = ({ amount, currency }: Money, expected: string): boolean =>
  currency === expected && Number.isSafeInteger(amount) && amount >= 0

const isSame = (order: OrderState, lines: readonly OrderedLine[], amounts: OrderAmounts): boolean =>
  lines.length === order.lines.length &&
  lines.every((line, place) => isSameLine(line, order.lines[place])) &&
  isSameMoney(amounts.total, order.amounts.total)

const isSameLine = (line: OrderedLine, other: OrderLine | undefined): boolean =>
  line.lineId === other?.lineId &&
  line.productId === other.productId &&
  line.quantity === other.quantity &&
  isSameMoney(line.unitPrice, other.unitPrice)
