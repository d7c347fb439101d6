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
  readonly data: { readonly amount: Money; readonly description: string }
}

export interface MoneyWithdrawn {
  readonly type: 'MoneyWithdrawn'
  readonly data: { readonly amount: Money; readonly description: string }
}

export interface AccountClosed {
  readonly type: 'AccountClosed'
  readonly data: { readonly reason?: string | undefined }
}

export type AccountEvent = AccountOpened | MoneyDeposited | MoneyWithdrawn | AccountClosed
