import { accept, type Decision, reject } from '../../kit/kernel/decider'
import { exhaustive } from '../../kit/kernel/exhaustive'
import { isSameMoney, type Money } from '../money'
import type {
  AccountCommand,
  CloseAccount,
  DepositMoney,
  HoldMoney,
  OpenAccount,
  ReleaseMoney,
  TakeHeldMoney,
  WithdrawMoney,
} from './commands'
import type { AccountEvent } from './events'
import { type AccountState, availableIn, type Hold } from './state'

export type AccountRejection =
  | { readonly type: 'AccountNotFound' }
  | { readonly type: 'AccountAlreadyExists' }
  | { readonly type: 'AccountIsClosed' }
  /** Amounts are whole minor units, more than none, and no balance may leave what can be counted exactly. */
  | { readonly type: 'InvalidAmount'; readonly amount: Money }
  | { readonly type: 'OtherCurrency'; readonly currency: string; readonly given: string }
  /** `balance` is what may be used of it: what is held for something is left out. */
  | { readonly type: 'InsufficientBalance'; readonly balance: Money; readonly requested: Money }
  | { readonly type: 'HoldExists'; readonly hold: Hold }
  | { readonly type: 'HoldNotFound'; readonly holdId: string }
  | { readonly type: 'HoldTooSmall'; readonly held: Money; readonly requested: Money }
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
    case 'HoldMoney':
      return hold(command, account)
    case 'TakeHeldMoney':
      return takeHeld(command, account)
    case 'ReleaseMoney':
      return release(command, account)
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

const deposit = (
  { amount, description, source }: DepositMoney,
  { balance }: AccountState,
): AccountDecision => {
  const wrong = whyNotMovable(amount, balance)
  if (wrong) return reject(wrong)
  if (!Number.isSafeInteger(balance.amount + amount.amount)) return reject({ type: 'InvalidAmount', amount })
  return accept({ type: 'MoneyDeposited', data: { amount, description, ...(source && { source }) } })
}

const withdraw = ({ amount, description }: WithdrawMoney, account: AccountState): AccountDecision => {
  const wrong = whyNotMovable(amount, account.balance) ?? whyNotAvailable(amount, account)
  return wrong ? reject(wrong) : accept({ type: 'MoneyWithdrawn', data: { amount, description } })
}

const hold = (command: HoldMoney, account: AccountState): AccountDecision => {
  const { holdId, amount } = command
  const found = account.holds.find((hold) => hold.holdId === holdId)
  if (found) {
    return isSameMoney(found.amount, amount) ? accept() : reject({ type: 'HoldExists', hold: found })
  }
  const wrong = whyNotMovable(amount, account.balance) ?? whyNotAvailable(amount, account)
  return wrong ? reject(wrong) : accept({ type: 'MoneyHeld', data: { holdId, amount, for: command.for } })
}

const takeHeld = (
  { holdId, amount, description }: TakeHeldMoney,
  { balance, holds }: AccountState,
): AccountDecision => {
  const wrong = whyNotMovable(amount, balance)
  if (wrong) return reject(wrong)
  const found = holds.find((hold) => hold.holdId === holdId)
  if (!found) return reject({ type: 'HoldNotFound', holdId })
  if (amount.amount > found.amount.amount) {
    return reject({ type: 'HoldTooSmall', held: found.amount, requested: amount })
  }
  return accept({ type: 'MoneyWithdrawn', data: { amount, description, holdId } })
}

/** One that is over, or never was, holds nothing that could be released. */
const release = ({ holdId }: ReleaseMoney, { holds }: AccountState): AccountDecision => {
  const found = holds.find((hold) => hold.holdId === holdId)
  return found ? accept({ type: 'MoneyReleased', data: { holdId, amount: found.amount } }) : accept()
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

const whyNotAvailable = (requested: Money, account: AccountState): AccountRejection | undefined => {
  const balance = availableIn(account)
  return requested.amount > balance.amount ? { type: 'InsufficientBalance', balance, requested } : undefined
}
