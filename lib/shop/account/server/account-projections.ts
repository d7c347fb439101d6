import type { Projection } from '../../../kit/server/projections/projection'
import { rowPerStream } from '../../../kit/server/projections/row-per-stream'
import type { StreamStep } from '../../../kit/server/projections/stream-states'
import type { AccountEvent } from '../events'
import type { AccountState } from '../state'
import { storedAccount } from '../wire/stored-account'

type AccountStep = StreamStep<AccountState, AccountEvent>

const filter = { streamTypes: ['account'] }

const balances = {
  table: 'account_balance',
  key: 'account_id',
  onConflict: 'balance = excluded.balance, version = excluded.version',
}

const balanceRow = ({ after }: AccountStep) => ({
  account_id: after.id,
  owner: after.owner,
  currency: after.balance.currency,
  balance: after.balance.amount,
  version: after.version,
})

/** `account_balance`: what each account comes to. */
export const accountBalanceProjection: Projection = {
  name: 'account_balance',
  tables: ['account_balance'],
  filter,
  begin: rowPerStream<AccountState, AccountEvent>(storedAccount, balances, balanceRow),
}

const summaries = {
  table: 'account_summary',
  key: 'account_id',
  onConflict: `balance = excluded.balance, transactions = excluded.transactions, status = excluded.status,
    last_activity_at = excluded.last_activity_at`,
}

const summaryRow = ({ event, after, opened }: AccountStep) => ({
  account_id: after.id,
  owner: after.owner,
  currency: after.balance.currency,
  balance: after.balance.amount,
  transactions: after.transactions,
  status: after.status,
  opened_position: opened.position,
  opened_at: opened.at,
  last_activity_at: event.occurredAt,
})

/** `account_summary`: one row for each account, to list. */
export const accountSummaryProjection: Projection = {
  name: 'account_summary',
  tables: ['account_summary'],
  filter,
  begin: rowPerStream<AccountState, AccountEvent>(storedAccount, summaries, summaryRow),
}
