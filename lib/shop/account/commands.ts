import type { Money } from '../money'

export interface OpenAccount {
  readonly type: 'OpenAccount'
  readonly owner: string
  readonly currency: string
}

/** Adds store credit. */
export interface DepositMoney {
  readonly type: 'DepositMoney'
  readonly amount: Money
  readonly description: string
}

/** Takes store credit away again. */
export interface WithdrawMoney {
  readonly type: 'WithdrawMoney'
  readonly amount: Money
  readonly description: string
}

export interface CloseAccount {
  readonly type: 'CloseAccount'
  readonly reason?: string | undefined
}

export type AccountCommand = OpenAccount | DepositMoney | WithdrawMoney | CloseAccount
