import type { Erased } from '../../kit/kernel/erased'
import type { OrderAmounts } from '../amounts/amounts'
import type { ShippingAddress } from '../cart/events'
import type { Money } from '../money'
import type { Attachment, LineQuantity, OrderContact, OrderedLine, OrderPayment } from './events'

export interface PlaceOrder {
  readonly type: 'PlaceOrder'
  readonly cartId: string
  readonly customerId: string
  readonly contact: OrderContact | Erased
  readonly lines: readonly OrderedLine[]
  readonly shippingAddress: ShippingAddress | Erased
  /** What the lines come to: `orderAmounts` says. */
  readonly amounts: OrderAmounts
  readonly payment: OrderPayment
  /** ISO 8601, UTC. */
  readonly editableUntil: string
}

/** Gives an order other lines, before it is confirmed. */
export interface UpdateItems {
  readonly type: 'UpdateItems'
  readonly lines: readonly OrderedLine[]
  readonly amounts: OrderAmounts
}

/** Takes pieces back out of a confirmed order that weren't shipped. */
export interface CancelItems {
  readonly type: 'CancelItems'
  readonly lines: readonly LineQuantity[]
  readonly reason: string
}

export interface RecordAuthorisation {
  readonly type: 'RecordAuthorisation'
  readonly paymentId: string
  readonly provider: string
  readonly amount: Money
  readonly expiresAt?: string | undefined
}

export interface RecordCapture {
  readonly type: 'RecordCapture'
  readonly paymentId: string
  readonly captureId: string
  readonly amount: Money
}

export interface RecordPaymentFailure {
  readonly type: 'RecordPaymentFailure'
  readonly paymentId?: string | undefined
  readonly provider: string
  readonly code: string
  readonly message: string
}

/** What is held and wasn't charged is free again: all of it where no amount is said. */
export interface RecordRelease {
  readonly type: 'RecordRelease'
  readonly paymentId: string
  readonly amount?: Money | undefined
}

/** The window confirms what is paid for, once it has closed; staff may confirm before. */
export interface ConfirmOrder {
  readonly type: 'ConfirmOrder'
  readonly by: 'window' | 'staff'
  /** When; ISO 8601, UTC. */
  readonly at: string
}

export interface ShipOrder {
  readonly type: 'ShipOrder'
  /** Names the shipment; numbered where none is said. */
  readonly shipment?: string | undefined
  /** All that wasn't shipped yet where none are said. */
  readonly lines?: readonly LineQuantity[] | undefined
  readonly trackingNumber?: string | undefined
  readonly carrier?: string | undefined
}

export interface DeliverOrder {
  readonly type: 'DeliverOrder'
  /** All that are under way where none is said. */
  readonly shipment?: string | undefined
  readonly signature?: Attachment | undefined
}

export interface CancelOrder {
  readonly type: 'CancelOrder'
  readonly reason: string
  readonly cancelledBy: 'customer' | 'staff' | 'payment' | 'time'
}

export interface RequestReturn {
  readonly type: 'RequestReturn'
  readonly lines: readonly LineQuantity[]
  readonly reason: string
}

export interface ReturnItems {
  readonly type: 'ReturnItems'
  readonly lines: readonly LineQuantity[]
  readonly reason: string
  readonly restock: boolean
}

export interface IssueRefund {
  readonly type: 'IssueRefund'
  readonly refundId: string
  readonly amount: Money
  readonly to: 'card' | 'credit'
  readonly reason: string
}

export interface CorrectAmount {
  readonly type: 'CorrectAmount'
  /** A line's id, or `shipping`. */
  readonly corrects: string
  /** What it comes to now, as who corrects it saw it. */
  readonly oldAmount: Money
  readonly newAmount: Money
  readonly reason: string
}

export type OrderCommand =
  | PlaceOrder
  | UpdateItems
  | CancelItems
  | RecordAuthorisation
  | RecordCapture
  | RecordPaymentFailure
  | RecordRelease
  | ConfirmOrder
  | ShipOrder
  | DeliverOrder
  | CancelOrder
  | RequestReturn
  | ReturnItems
  | IssueRefund
  | CorrectAmount
