import type { OrderAmounts } from '../amounts/amounts'
import { type Money, money } from '../money'
import type { LineQuantity, OrderCancelled, OrderedLine, OrderPayment } from './events'

/** A line, and what became of its pieces. */
export interface OrderLine extends OrderedLine {
  /** Of what was ordered; these are never shipped. */
  readonly cancelled: number
  readonly shipped: number
  /** Of what was shipped. */
  readonly delivered: number
  /** Of what was delivered. */
  readonly returned: number
  /** Announced to come back, and not there yet. */
  readonly returning: number
}

/** What one authorisation held, and what became of it, in minor units of the order's currency. */
export interface Payment {
  readonly paymentId: string
  readonly provider: string
  readonly authorised: number
  readonly captured: number
  /** Of what was authorised: voided or expired. */
  readonly released: number
  /** Of what was captured. */
  readonly refunded: number
  readonly expiresAt?: string | undefined
  readonly captures: readonly { readonly captureId: string; readonly amount: number }[]
}

export interface Shipment {
  readonly shipment: string
  readonly lines: readonly LineQuantity[]
  readonly trackingNumber?: string | undefined
  readonly carrier?: string | undefined
  readonly isDelivered: boolean
}

export interface Refund {
  readonly refundId: string
  readonly amount: Money
  readonly to: 'card' | 'credit'
}

/** `none` is an order before its first event. */
export type OrderStatus =
  | 'none'
  | 'placed'
  | 'confirmed'
  | 'partlyShipped'
  | 'shipped'
  | 'delivered'
  | 'returned'
  | 'cancelled'

/**
 * An order. Whom it goes to stands in `OrderPlaced` alone: states are kept, and a person who is erased mustn't live on in one.
 */
export interface OrderState {
  readonly id: string
  readonly number: string
  readonly cartId: string
  readonly customerId: string
  readonly status: OrderStatus
  readonly isConfirmed: boolean
  readonly lines: readonly OrderLine[]
  /** What was placed, as it was updated and corrected since. */
  readonly amounts: OrderAmounts
  readonly payment: OrderPayment
  readonly payments: readonly Payment[]
  readonly shipments: readonly Shipment[]
  readonly refunds: readonly Refund[]
  /** Refunded before anything said that it was owed, in minor units: what comes back later counts against it first. */
  readonly refundedAhead: number
  readonly editableUntil: string
  readonly cancelledBy?: OrderCancelled['data']['cancelledBy'] | undefined
  /** How many events this state is made of. */
  readonly version: number
}

const nothing = money(0, 'USD')

export const initialOrder = (id: string): OrderState => ({
  id,
  number: '',
  cartId: '',
  customerId: '',
  status: 'none',
  isConfirmed: false,
  lines: [],
  amounts: {
    prices: 'gross',
    lines: [],
    shipping: {
      price: nothing,
      discount: nothing,
      tax: { rate: 0, amount: nothing },
      total: nothing,
    },
    total: nothing,
  },
  payment: { method: '' },
  payments: [],
  shipments: [],
  refunds: [],
  refundedAhead: 0,
  editableUntil: '',
  version: 0,
})

/** The pieces of a line that weren't shipped, and are to be. */
export const unshipped = ({ quantity, cancelled, shipped }: OrderLine): number =>
  quantity - cancelled - shipped

/** The pieces of a line that the customer has. */
export const kept = ({ delivered, returned }: OrderLine): number => delivered - returned
