import { accept, type Decision, reject } from '../../kit/kernel/decider'
import { exhaustive } from '../../kit/kernel/exhaustive'
import type { Money } from '../money'
import type { AccountCommand, CloseAccount, DepositMoney, OpenAccount, WithdrawMoney } from './commands'
import type { AccountEvent } from './events'
import type { AccountState } from './state'

export type AccountRejection =
  | { readonly type: 'AccountNotFound' }
  | { readonly type: 'AccountAlreadyExists' }
  | { readonly type: 'AccountIsClosed' }
  /** Amounts are whole minor units, more than none, and no balance may leave what can be counted exactly. */
  | { readonly type: 'InvalidAmount'; readonly amount: Money }
  | { readonly type: 'OtherCurrency'; readonly currency: string; readonly given: string }
  | { readonly type: 'InsufficientBalance'; readonly balance: Money; readonly requested: Money }
  | { readonly type: 'BalanceNotZero'; readonly balance: Money }

type AccountDecision = Decision<AccountEvent, AccountRejection>

/** What a command comes to on an account: every rule an account has is in this file. */
export const decideAccount = (command: AccountCommand, account: AccountState): AccountDecision => {
  if (command.type === 'OpenAccount') return open(command, account)
  if (account.status === 'none') return reject({ type: 'AccountNotFound' })
  if (account.status === 'closed') {
    // Already done means no events.
    return command.type === 'CloseAccount' ? accept() : reject({ type: 'AccountIsClosed' })
  }
  switch (command.type) {
    case 'DepositMoney':
      return deposit(command, account)
    case 'WithdrawMoney':
      return withdraw(command, account)
    case 'CloseAccount':
      return close(command, account)
    default:
      return exhaustive(command)
  }
}

const open = ({ owner, currency }: OpenAccount, account: AccountState): AccountDecision => {
  if (account.status === 'none') return accept({ type: 'AccountOpened', data: { owner, currency } })
  const isSame = account.owner === owner && account.balance.currency === currency
  return isSame && account.status === 'open' ? accept() : reject({ type: 'AccountAlreadyExists' })
}

const deposit = ({ amount, description }: DepositMoney, { balance }: AccountState): AccountDecision => {
  const wrong = whyNotMovable(amount, balance)
  if (wrong) return reject(wrong)
  if (!Number.isSafeInteger(balance.amount + amount.amount)) return reject({ type: 'InvalidAmount', amount })
  return accept({ type: 'MoneyDeposited', data: { amount, description } })
}

const withdraw = ({ amount, description }: WithdrawMoney, { balance }: AccountState): AccountDecision => {
  const wrong = whyNotMovable(amount, balance)
  if (wrong) return reject(wrong)
  if (amount.amount > balance.amount) {
    return reject({ type: 'InsufficientBalance', balance, requested: amount })
  }
  return accept({ type: 'MoneyWithdrawn', data: { amount, description } })
}

const close = ({ reason }: CloseAccount, { balance }: AccountState): AccountDecision => {
  if (balance.amount !== 0) return reject({ type: 'BalanceNotZero', balance })
  return accept({ type: 'AccountClosed', data: reason === undefined ? {} : { reason } })
}

const whyNotMovable = (amount: Money, { currency }: Money): AccountRejection | undefined => {
  if (amount.currency !== currency) return { type: 'OtherCurrency', currency, given: amount.currency }
  const isAmount = Number.isSafeInteger(amount.amount) && amount.amount > 0
  return isAmount ? undefined : { type: 'InvalidAmount', amount }
}
