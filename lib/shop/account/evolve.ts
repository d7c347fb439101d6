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
      return {
        ...moved(account, event.data.amount, -1),
        ...(event.data.holdId !== undefined && less(account, event.data.holdId, event.data.amount)),
      }
    case 'MoneyHeld':
      return { holds: [...account.holds, event.data] }
    case 'MoneyReleased':
      return less(account, event.data.holdId, event.data.amount)
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

/** What is left of a hold; it ends when nothing is. */
const less = ({ holds }: AccountState, holdId: string, { amount }: Money) => ({
  holds: holds.flatMap((hold) => {
    if (hold.holdId !== holdId) return [hold]
    const left = hold.amount.amount - amount
    return left > 0 ? [{ ...hold, amount: money(left, hold.amount.currency) }] : []
  }),
})
