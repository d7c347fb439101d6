import type { Money } from '../money'

/** Somebody has store credit from here on, in one currency. */
export interface AccountOpened {
  readonly type: 'AccountOpened'
  readonly data: {
    /** The customer whose it is. */
    readonly owner: string
    /** ISO 4217. */
    readonly currency: string
  }
}

export interface MoneyDeposited {
  readonly type: 'MoneyDeposited'
  readonly data: {
    readonly amount: Money
    readonly description: string
    /** What it comes from, where it is no gift: an order's refund. */
    readonly source?: RefundSource | undefined
  }
}

export interface RefundSource {
  readonly orderId: string
  readonly refundId: string
}

export interface MoneyWithdrawn {
  readonly type: 'MoneyWithdrawn'
  readonly data: {
    readonly amount: Money
    readonly description: string
    /** What it was held under, where it was. */
    readonly holdId?: string | undefined
  }
}

/** Money is kept for something: nothing else may take it, until it is taken or released. */
export interface MoneyHeld {
  readonly type: 'MoneyHeld'
  readonly data: { readonly holdId: string; readonly amount: Money; readonly for: HeldFor }
}

export interface HeldFor {
  readonly orderId: string
}

/** What is left of a hold may be used for anything again. */
export interface MoneyReleased {
  readonly type: 'MoneyReleased'
  readonly data: { readonly holdId: string; readonly amount: Money }
}

export interface AccountClosed {
  readonly type: 'AccountClosed'
  readonly data: { readonly reason?: string | undefined }
}

export type AccountEvent =
  | AccountOpened
  | MoneyDeposited
  | MoneyWithdrawn
  | MoneyHeld
  | MoneyReleased
  | AccountClosed
