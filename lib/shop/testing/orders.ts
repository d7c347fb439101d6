import type { LineAmounts, OrderAmounts } from '../amounts/amounts'
import { money } from '../money'
import type { PlaceOrder } from '../order/commands'
import type { OrderedLine, OrderPlaced } from '../order/events'
import { orderNumberOf } from '../order/order-number'

export const usd = (amount: number) => money(amount, 'USD')

export const line = (lineId: string, quantity: number, unitPrice: number): OrderedLine => ({
  lineId,
  productId: `product-${lineId}`,
  productName: `Product ${lineId}`,
  quantity,
  unitPrice: usd(unitPrice),
})

/** What lines come to with no tax, and shipping that costs this. */
export const plainAmounts = (lines: readonly OrderedLine[], shipping = 0): OrderAmounts => {
  const tax = { rate: 0, amount: usd(0) }
  const ofLines = lines.map(({ lineId, quantity, unitPrice }): LineAmounts => {
    const total = usd(quantity * unitPrice.amount)
    return { lineId, quantity, unitPrice, discount: usd(0), tax, total }
  })
  return {
    prices: 'gross',
    lines: ofLines,
    shipping: { price: usd(shipping), discount: usd(0), tax, total: usd(shipping) },
    total: usd(ofLines.reduce((sum, { total }) => sum + total.amount, shipping)),
  }
}

const mugs = [line('1', 3, 1_000), line('2', 1, 5_000)]

/** Two kinds of things for 80.00, and 5.00 of shipping. */
export const placeOrder = (more: Partial<PlaceOrder> = {}): PlaceOrder => {
  const lines = more.lines ?? mugs
  return {
    type: 'PlaceOrder',
    cartId: 'stream-1',
    customerId: 'ann',
    contact: { name: 'Ann', email: 'ann@example.com' },
    lines,
    shippingAddress: { street: '1 High St', city: 'Ely', state: '', zipCode: 'CB7', country: 'GB' },
    amounts: plainAmounts(lines, 500),
    payment: { method: 'card', reference: 'tok_1' },
    editableUntil: '2026-11-30T12:10:00.000Z',
    ...more,
  }
}

/** The event that placing it comes to, of the order `stream-1`. */
export const orderPlaced = (more: Partial<PlaceOrder> = {}): OrderPlaced => {
  const { type: _, ...data } = placeOrder(more)
  return { type: 'OrderPlaced', data: { number: orderNumberOf('stream-1'), ...data } }
}
