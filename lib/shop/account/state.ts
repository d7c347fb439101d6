import { type Money, money } from '../money'

/** `none` is an account before its first event. */
export type AccountStatus = 'none' | 'open' | 'closed'

export interface AccountState {
  readonly id: string
  readonly owner: string
  readonly status: AccountStatus
  /** Never below zero. */
  readonly balance: Money
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
  transactions: 0,
  version: 0,
})
