import type { ConditionVocabulary } from '../../../kit/wire/condition/vocabulary'
import { searchable } from '../../../kit/wire/searchable-type'
import { minorUnits } from '../../wire/minor-units'
import { accountStreamType } from '../account-stream'
import type { AccountEvent } from '../events'
import { type AccountState, type AccountStatus, heldIn } from '../state'

const statuses: readonly AccountStatus[] = ['none', 'open', 'closed']

/** What conditions may ask of an account: its balance in major units. */
const vocabulary: ConditionVocabulary<AccountState> = {
  values: {
    balance: { valueIn: ({ balance }) => balance.amount / minorUnits(balance.currency) },
    held: { valueIn: (account) => heldIn(account).amount / minorUnits(account.balance.currency) },
    transactions: { valueIn: ({ transactions }) => transactions },
    status: { words: statuses, valueIn: ({ status }) => status },
  },
  roots: ['balance', 'holds', 'owner', 'status', 'transactions', 'version'],
  hints: {
    condition: 'a condition, like balance > 50, transactions >= 10 or status = closed',
    value: 'balance, held, transactions, status or a path like balance.currency',
  },
}

/** Accounts with what their histories can be asked. */
export const searchableAccount = searchable<AccountState, AccountEvent>(
  accountStreamType,
  {
    AccountOpened: true,
    MoneyDeposited: true,
    MoneyWithdrawn: true,
    MoneyHeld: true,
    MoneyReleased: true,
    AccountClosed: true,
  },
  { vocabulary },
)
