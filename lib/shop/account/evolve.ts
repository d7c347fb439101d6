import { exhaustive } from '../../kit/kernel/exhaustive'
import { type Money, money } from '../money'
import type { AccountEvent } from './events'
import type { AccountState } from './state'

/** The account after one more event. Trusts the event: the rules are in `decide`. */
export const evolveAccount = (account: AccountState, event: AccountEvent): AccountState => ({
  ...account,
  ...changeOf(account, event),
  version: account.version + 1,
})

const changeOf = (account: AccountState, event: AccountEvent): Partial<AccountState> => {
  switch (event.type) {
    case 'AccountOpened':
      return { status: 'open', owner: event.data.owner, balance: money(0, event.data.currency) }
    case 'MoneyDeposited':
      return moved(account, event.data.amount, 1)
    case 'MoneyWithdrawn':
      return moved(account, event.data.amount, -1)
    case 'AccountClosed':
      return { status: 'closed' }
    default:
      return exhaustive(event)
  }
}

const moved = ({ balance, transactions }: AccountState, { amount }: Money, sign: 1 | -1) => ({
  balance: money(balance.amount + sign * amount, balance.currency),
  transactions: transactions + 1,
})
