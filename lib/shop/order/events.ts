import type { Erased } from '../../kit/kernel/erased'
import type { OrderAmounts } from '../amounts/amounts'
import type { ShippingAddress } from '../cart/events'
import type { Money } from '../money'

/** Whom the shop writes to about the order. */
export interface OrderContact {
  readonly name: string
  readonly email: string
}

/** So many of a product at one price, as the order has it. */
export interface OrderedLine {
  /** `1`, `2` ... in the order they stood in the cart. */
  readonly lineId: string
  readonly productId: string
  readonly productName: string
  readonly category?: string | undefined
  readonly quantity: number
  readonly unitPrice: Money
}

/** Some pieces of a line. */
export interface LineQuantity {
  readonly lineId: string
  readonly quantity: number
}

export interface OrderPayment {
  readonly method: string
  /** The provider's token of what is charged; never a card's number. */
  readonly reference?: string | undefined
  /** What of it store credit pays. */
  readonly credit?: Money | undefined
}

/** What is too large for the log is kept beside it: this is what it hashes to, how large and of what type it is. */
export interface Attachment {
  readonly hash: string
  readonly bytes: number
  readonly type: string
}

/** A cart was checked out, and this was ordered; its stream has the cart's id. */
export interface OrderPlaced {
  readonly type: 'OrderPlaced'
  readonly data: {
    /** What people call it by, made from its id. */
    readonly number: string
    readonly cartId: string
    readonly customerId: string
    readonly contact: OrderContact | Erased
    readonly lines: readonly OrderedLine[]
    readonly shippingAddress: ShippingAddress | Erased
    readonly amounts: OrderAmounts
    readonly payment: OrderPayment
    /** Until then its items may change before it confirms itself; ISO 8601, UTC. */
    readonly editableUntil: string
  }
}

/** The order holds these lines from here on, and comes to these amounts. What was authorised stays so. */
export interface OrderItemsUpdated {
  readonly type: 'OrderItemsUpdated'
  readonly data: { readonly lines: readonly OrderedLine[]; readonly amounts: OrderAmounts }
}

/** Pieces that weren't shipped won't be, after the order was confirmed. */
export interface QuantityCancelled {
  readonly type: 'QuantityCancelled'
  readonly data: { readonly lines: readonly LineQuantity[]; readonly reason: string }
}

/** A provider holds an amount for the order; nothing is charged yet. */
export interface PaymentAuthorised {
  readonly type: 'PaymentAuthorised'
  readonly data: {
    readonly paymentId: string
    readonly provider: string
    readonly amount: Money
    readonly expiresAt?: string | undefined
  }
}

/** A part of what was authorised, or all of it, was charged. */
export interface PaymentReceived {
  readonly type: 'PaymentReceived'
  readonly data: { readonly paymentId: string; readonly captureId: string; readonly amount: Money }
}

export interface PaymentFailed {
  readonly type: 'PaymentFailed'
  readonly data: {
    readonly paymentId?: string | undefined
    readonly provider: string
    readonly code: string
    readonly message: string
  }
}

/** What was authorised and not charged is free again: it was voided, or it expired. */
export interface AuthorisationReleased {
  readonly type: 'AuthorisationReleased'
  readonly data: { readonly paymentId: string; readonly amount: Money }
}

export interface OrderConfirmed {
  readonly type: 'OrderConfirmed'
  readonly data: { readonly by: 'window' | 'staff' }
}

export interface OrderShipped {
  readonly type: 'OrderShipped'
  readonly data: {
    readonly shipment: string
    readonly lines: readonly LineQuantity[]
    readonly trackingNumber?: string | undefined
    readonly carrier?: string | undefined
  }
}

export interface OrderDelivered {
  readonly type: 'OrderDelivered'
  readonly data: { readonly shipment: string; readonly signature?: Attachment | undefined }
}

export interface OrderCancelled {
  readonly type: 'OrderCancelled'
  readonly data: {
    readonly reason: string
    readonly cancelledBy: 'customer' | 'staff' | 'payment' | 'time'
  }
}

export interface ReturnRequested {
  readonly type: 'ReturnRequested'
  readonly data: { readonly lines: readonly LineQuantity[]; readonly reason: string }
}

/** Pieces came back. */
export interface OrderReturned {
  readonly type: 'OrderReturned'
  readonly data: {
    readonly lines: readonly LineQuantity[]
    readonly reason: string
    /** Whether they can be sold again. */
    readonly restock: boolean
  }
}

/** What of a refund is given back of one payment. */
export interface RefundPart {
  readonly paymentId: string
  readonly amount: Money
}

export interface RefundIssued {
  readonly type: 'RefundIssued'
  readonly data: {
    readonly refundId: string
    readonly amount: Money
    readonly to: 'card' | 'credit'
    readonly reason: string
    /** Which payments it is taken from; they come to its amount. */
    readonly parts: readonly RefundPart[]
  }
}

/** A line or the shipping comes to another amount than it was placed with. */
export interface AmountCorrected {
  readonly type: 'AmountCorrected'
  readonly data: {
    /** A line's id, or `shipping`. */
    readonly corrects: string
    readonly oldAmount: Money
    readonly newAmount: Money
    readonly reason: string
  }
}

/** Every fact an order's stream can hold. */
export type OrderEvent =
  | OrderPlaced
  | OrderItemsUpdated
  | QuantityCancelled
  | PaymentAuthorised
  | PaymentReceived
  | PaymentFailed
  | AuthorisationReleased
  | OrderConfirmed
  | OrderShipped
  | OrderDelivered
  | OrderCancelled
  | ReturnRequested
  | OrderReturned
  | RefundIssued
  | AmountCorrected
