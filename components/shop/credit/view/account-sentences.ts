import { exhaustive } from '@/lib/kit/kernel/exhaustive'
import type { AccountRejection } from '@/lib/shop/account/decide'
import type { AccountEvent } from '@/lib/shop/account/events'
import { formatCount } from '../../../ui/format'
import { isolated } from '../../../ui/named'
import { formatMoney } from '../../money-format'

/** What happened, as one would tell it: "$5.00 credited: Parcel was late". */
export const accountSentence = (event: AccountEvent): string => {
  switch (event.type) {
    case 'AccountOpened':
      return `Account opened in ${event.data.currency}`
    case 'MoneyDeposited':
      return `${formatMoney(event.data.amount)} credited${because(event.data.description)}`
    case 'MoneyWithdrawn':
      return `${formatMoney(event.data.amount)} taken off${because(event.data.description)}`
    case 'MoneyHeld':
      return `${formatMoney(event.data.amount)} kept for an order`
    case 'MoneyReleased':
      return `${formatMoney(event.data.amount)} kept for an order no longer`
    case 'AccountClosed':
      return `Account closed${because(event.data.reason ?? '')}`
    default:
      return exhaustive(event)
  }
}

const because = (why: string): string => (why === '' ? '' : `: ${isolated(why)}`)

/** What happened again and again, told by the last of so many events of one kind. */
export const accountRunSentence = (count: number, last: AccountEvent): string => {
  const times = `${formatCount(count)} times`
  switch (last.type) {
    case 'AccountOpened':
      return `Account opened ${times}`
    case 'MoneyDeposited':
      return `Credited ${times}, at last ${formatMoney(last.data.amount)}`
    case 'MoneyWithdrawn':
      return `Taken off ${times}, at last ${formatMoney(last.data.amount)}`
    case 'MoneyHeld':
      return `Kept for orders ${times}, at last ${formatMoney(last.data.amount)}`
    case 'MoneyReleased':
      return `Kept no longer ${times}, at last ${formatMoney(last.data.amount)}`
    case 'AccountClosed':
      return `Account closed ${times}`
    default:
      return exhaustive(last)
  }
}

/** Why an account's rules refuse, for a person to read. */
export const accountRefusal = (rejection: AccountRejection): string => {
  switch (rejection.type) {
    case 'AccountNotFound':
      return 'There is no account yet.'
    case 'AccountAlreadyExists':
      return 'The account is there already, for somebody else, in another currency, or closed.'
    case 'AccountIsClosed':
      return 'The account is closed, and stays as it is.'
    case 'InvalidAmount':
      return 'That is no amount that can be moved: it has to be more than nothing, and not beyond counting.'
    case 'OtherCurrency':
      return `The account is in ${rejection.currency}, not in ${rejection.given}.`
    case 'InsufficientBalance':
      return `There is only ${formatMoney(rejection.balance)} in the account that isn’t kept for an order.`
    case 'HoldExists':
      return 'Another amount is kept under this id.'
    case 'HoldNotFound':
      return 'Nothing is kept under this id any more.'
    case 'HoldTooSmall':
      return `Only ${formatMoney(rejection.held)} is kept under this id.`
    case 'BalanceNotZero':
      return `There is still ${formatMoney(rejection.balance)} in the account.`
    default:
      return exhaustive(rejection)
  }
}
