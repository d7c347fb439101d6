import { rulesOf } from '../../kit/history/rules-of'
import { exhaustive } from '../../kit/kernel/exhaustive'
import { accountStreamType } from './account-stream'
import type { AccountCommand } from './commands'
import type { AccountRejection } from './decide'
import type { AccountEvent } from './events'
import type { AccountState } from './state'

/** The command that made an event: each says all that was asked for. */
const commandOf = (event: AccountEvent): AccountCommand => {
  switch (event.type) {
    case 'AccountOpened':
      return { type: 'OpenAccount', ...event.data }
    case 'MoneyDeposited':
      return { type: 'DepositMoney', ...event.data }
    case 'MoneyWithdrawn': {
      const { holdId, ...withdrawn } = event.data
      return holdId === undefined
        ? { type: 'WithdrawMoney', ...withdrawn }
        : { type: 'TakeHeldMoney', holdId, ...withdrawn }
    }
    case 'MoneyHeld':
      return { type: 'HoldMoney', ...event.data }
    case 'MoneyReleased':
      return { type: 'ReleaseMoney', holdId: event.data.holdId }
    case 'AccountClosed':
      return { type: 'CloseAccount', ...event.data }
    default:
      return exhaustive(event)
  }
}

/** An account's events held against an account's rules. */
export const accountRules = rulesOf<AccountState, AccountCommand, AccountEvent, AccountRejection>({
  ...accountStreamType,
  commandOf,
})
