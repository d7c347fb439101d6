import type { Money } from '../money'
import type { HeldFor, RefundSource } from './events'

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
  readonly source?: RefundSource | undefined
}

/** Takes store credit away again. */
export interface WithdrawMoney {
  readonly type: 'WithdrawMoney'
  readonly amount: Money
  readonly description: string
}

/** Keeps money for something. */
export interface HoldMoney {
  readonly type: 'HoldMoney'
  readonly holdId: string
  readonly amount: Money
  readonly for: HeldFor
}

/** Takes money that is held, or a part of it: the rest stays held. */
export interface TakeHeldMoney {
  readonly type: 'TakeHeldMoney'
  readonly holdId: string
  readonly amount: Money
  readonly description: string
}

/** Gives up a hold, or what is left of it. */
export interface ReleaseMoney {
  readonly type: 'ReleaseMoney'
  readonly holdId: string
}

export interface CloseAccount {
  readonly type: 'CloseAccount'
  readonly reason?: string | undefined
}

export type AccountCommand =
  | OpenAccount
  | DepositMoney
  | WithdrawMoney
  | HoldMoney
  | TakeHeldMoney
  | ReleaseMoney
  | CloseAccount
