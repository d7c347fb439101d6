import type { Projection } from '../../../kit/server/projections/projection'
import { writeRows } from '../../../kit/server/projections/write-rows'
import { type AccountStep, createAccountSteps } from './account-steps'

const filter = { streamTypes: ['account'] }

const rowsOf = (
  steps: ReadonlyMap<string, AccountStep>,
  rowOf: (step: AccountStep) => object,
): ReadonlyMap<string, object> => new Map([...steps].map(([id, step]) => [id, rowOf(step)]))

/** `account_balance`: what each account comes to. */
export const accountBalanceProjection: Projection = {
  name: 'account_balance',
  tables: ['account_balance'],
  filter,
  begin: (streams) => {
    const follow = createAccountSteps(streams)
    return async (events) => writeRows(balances, rowsOf(await follow(events), balanceRow))
  },
}

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

/** `account_summary`: one row for each account, to list. */
export const accountSummaryProjection: Projection = {
  name: 'account_summary',
  tables: ['account_summary'],
  filter,
  begin: (streams) => {
    const follow = createAccountSteps(streams)
    return async (events) => writeRows(summaries, rowsOf(await follow(events), summaryRow))
  },
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
