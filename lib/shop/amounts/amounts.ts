import type { Money } from '../money'
import { share } from './allot'

/** A rate in parts of ten thousand, and what it comes to: 1900 is 19 %. */
export interface TaxAmount {
  readonly rate: number
  readonly amount: Money
}

export interface LineAmounts {
  /** '1', '2', ... in the order the lines stood in the cart. */
  readonly lineId: string
  readonly quantity: number
  readonly unitPrice: Money
  /** What of the order's discount falls to this line. */
  readonly discount: Money
  /** Within the total where prices are gross, on top of the goods where they are net. */
  readonly tax: TaxAmount
  /** What is to be paid for it. */
  readonly total: Money
}

export interface ShippingAmounts {
  readonly price: Money
  readonly discount: Money
  readonly tax: TaxAmount
  readonly total: Money
}

/** What an order comes to, and how. */
export interface OrderAmounts {
  /** Whether prices have tax in them. */
  readonly prices: 'gross' | 'net'
  readonly lines: readonly LineAmounts[]
  readonly shipping: ShippingAmounts
  readonly discountCode?: string | undefined
  readonly total: Money
}

/**
 * What pieces `from` to `to` of a line come to, counted from 0, the last one not among them. However a line is split, its
 * parts sum up to its total exactly.
 */
export const amountOfPieces = ({ total, quantity }: LineAmounts, from: number, to: number): Money => ({
  amount: share(total.amount, to, quantity) - share(total.amount, from, quantity),
  currency: total.currency,
})
