import { type Money, money } from '../money'
import type { HeldFor } from './events'

/** `none` is an account before its first event. */
export type AccountStatus = 'none' | 'open' | 'closed'

/** Money that is kept for something. */
export interface Hold {
  readonly holdId: string
  /** What is left of it. */
  readonly amount: Money
  readonly for: HeldFor
}

export interface AccountState {
  readonly id: string
  readonly owner: string
  readonly status: AccountStatus
  /** Never below zero. */
  readonly balance: Money
  /** What of the balance is kept for something, in the order it was held. */
  readonly holds: readonly Hold[]
  /** How many deposits and withdrawals there were. */
  readonly transactions: number
  /** How many events this state is made of. */
  readonly version: number
}

/** An account nobody has opened yet. */
export const initialAccount = (id: string): AccountState => ({
  id,
  owner: '',
  status: 'none',
  balance: money(0, 'USD'),
  holds: [],
  transactions: 0,
  version: 0,
})

/** What is kept for something, all of it. */
export const heldIn = ({ balance, holds }: Pick<AccountState, 'balance' | 'holds'>): Money =>
  money(
    holds.reduce((sum, { amount }) => sum + amount.amount, 0),
    balance.currency,
  )

/** What may be used: the balance less what is held. Never below zero. */
export const availableIn = (account: Pick<AccountState, 'balance' | 'holds'>): Money =>
  money(account.balance.amount - heldIn(account).amount, account.balance.currency)
