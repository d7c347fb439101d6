/** An order was placed, and is seen through from here on. */
export interface OrderFollowed {
  readonly type: 'OrderFollowed'
  readonly data: {
    readonly orderId: string
    readonly currency: string
    /** ISO 8601, UTC. */
    readonly placedAt: string
    readonly products: readonly LineProduct[]
    /** When it may be confirmed. ISO 8601, UTC. */
    readonly editableUntil?: string | undefined
    /** The code that it was ordered with. */
    readonly discountCode?: string | undefined
  }
}

/** Which product a line of the order is of. */
export interface LineProduct {
  readonly lineId: string
  readonly productId: string
}

/** Something happened to the order: it is looked at, at once or after what is under way. */
export interface OrderMoved {
  readonly type: 'OrderMoved'
  readonly data: {
    readonly version: number
    /** The lines it has now, where they changed. */
    readonly products?: readonly LineProduct[] | undefined
  }
}

/** A provider is asked to hold an amount, in minor units. */
export interface AuthorisationTried {
  readonly type: 'AuthorisationTried'
  readonly data: { readonly provider: 'card' | 'credit'; readonly amount: number }
}

/** What the payment holds can be taken once, whatever that takes. */
export interface SingleCaptureFound {
  readonly type: 'SingleCaptureFound'
  readonly data: { readonly paymentId: string }
}

/** Whoever pays has something to do on the provider's page (`url`), or the provider doesn't know yet. */
export interface PaymentAwaited {
  readonly type: 'PaymentAwaited'
  readonly data: {
    readonly paymentId: string
    readonly key: string
    readonly url?: string | undefined
    /** ISO 8601, UTC. */
    readonly since: string
  }
}

/** What was awaited was decided, or is needed no more. */
export interface PaymentSettled {
  readonly type: 'PaymentSettled'
  readonly data: { readonly paymentId: string }
}

export interface PaymentDeclined {
  readonly type: 'PaymentDeclined'
  readonly data: { readonly code: string }
}

/** A refund that the order tells of did not reach anybody: somebody has to see to it. */
export interface RefundRefused {
  readonly type: 'RefundRefused'
  readonly data: { readonly refundId: string; readonly code: string; readonly message: string }
}

/** The order's rules said no to what was to be done: it is not as it was when it was looked at. */
export interface StepRefused {
  readonly type: 'StepRefused'
  readonly data: { readonly step: string; readonly code: string }
}

/** Its time has come. */
export interface Woken {
  readonly type: 'Woken'
  readonly data: Readonly<Record<string, never>>
}

/** There is nothing to do about the order as it is at this version, until something happens or a time comes. */
export interface Rested {
  readonly type: 'Rested'
  readonly data: {
    readonly version: number
    /** When it confirms itself, and when the first of its authorisations expires. ISO 8601, UTC. */
    readonly windowAt?: string | undefined
    readonly expiresAt?: string | undefined
  }
}

export type FulfilmentEvent =
  | OrderFollowed
  | OrderMoved
  | AuthorisationTried
  | SingleCaptureFound
  | PaymentAwaited
  | PaymentSettled
  | PaymentDeclined
  | RefundRefused
  | StepRefused
  | Woken
  | Rested
