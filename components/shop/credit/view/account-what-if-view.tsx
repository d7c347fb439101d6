import * as z from 'zod'
import { exhaustive } from '@/lib/kit/kernel/exhaustive'
import type { AccountRejection } from '@/lib/shop/account/decide'
import type { AccountEvent } from '@/lib/shop/account/events'
import type { AccountState } from '@/lib/shop/account/state'
import { accountRules } from '@/lib/shop/account/what-if-account'
import { readAccountHistory, toAccountHistoryFile } from '@/lib/shop/account/wire/account-history-file'
import { money } from '@/lib/shop/money'
import { minorUnits } from '@/lib/shop/wire/minor-units'
import type { EventForm, FieldValues } from '../../../player/view/event-form'
import type { Beside, WhatIfView } from '../../../player/view/what-if-view'
import { problemWords } from '../../file-problem-words'
import { formatDifference, formatMoney } from '../../money-format'
import { accountRefusal, accountSentence } from './account-sentences'

const free = z.string().trim().max(200, 'must have at most 200 characters')
const required = free.min(1, 'is missing')
const amount = z.string().regex(/^\s*-?\d{1,9}(\.\d{1,3})?\s*$/, 'must be an amount like 15.99')
const currency = z.string().regex(/^\s*[A-Za-z]{3}\s*$/, 'must be three letters, like USD')

const transfer: EventForm = {
  fields: [
    { name: 'amount', label: 'Amount', inputMode: 'decimal' },
    { name: 'description', label: 'What for' },
  ],
  schema: z.object({ amount, description: free }),
}

const forms: Record<AccountEvent['type'], EventForm> = {
  MoneyDeposited: transfer,
  MoneyWithdrawn: transfer,
  AccountClosed: { fields: [{ name: 'reason', label: 'Reason' }], schema: z.object({ reason: free }) },
  AccountOpened: {
    fields: [
      { name: 'owner', label: 'Owner' },
      { name: 'currency', label: 'Currency' },
    ],
    schema: z.object({ owner: required, currency }),
  },
}

const valuesOf = (event: AccountEvent): FieldValues => {
  switch (event.type) {
    case 'AccountOpened':
      return { ...event.data }
    case 'MoneyDeposited':
    case 'MoneyWithdrawn': {
      const { amount, description } = event.data
      const units = minorUnits(amount.currency)
      return { amount: (amount.amount / units).toFixed(Math.log10(units)), description }
    }
    case 'AccountClosed':
      return { reason: event.data.reason ?? '' }
    default:
      return exhaustive(event)
  }
}

const eventOf = (type: AccountEvent['type'], values: FieldValues, before: AccountState): AccountEvent => {
  const text = (name: string): string => (values[name] ?? '').trim()
  switch (type) {
    case 'AccountOpened':
      return { type, data: { owner: text('owner'), currency: text('currency').toUpperCase() } }
    case 'MoneyDeposited':
    case 'MoneyWithdrawn': {
      const { currency } = before.balance
      const minor = Math.round(Number(text('amount')) * minorUnits(currency))
      return { type, data: { amount: money(minor, currency), description: text('description') } }
    }
    case 'AccountClosed':
      return { type, data: text('reason') === '' ? {} : { reason: text('reason') } }
    default:
      return exhaustive(type)
  }
}

const usualValues = (type: AccountEvent['type'], before: AccountState): FieldValues => {
  switch (type) {
    case 'AccountOpened':
      return { owner: before.owner || 'somebody', currency: before.balance.currency }
    case 'MoneyDeposited':
    case 'MoneyWithdrawn':
      return { amount: '5', description: 'what if' }
    case 'AccountClosed':
      return { reason: 'what if' }
    default:
      return exhaustive(type)
  }
}

/** What an account comes to after a step of a branch, and by how much that is another balance than the true one. */
const StepBalance = ({ branch, truth }: Beside<AccountState>) => {
  const difference = money(branch.balance.amount - truth.balance.amount, branch.balance.currency)
  return (
    <span className="whitespace-nowrap text-right font-mono text-xs tabular-nums leading-snug">
      <span className="sr-only">Balance </span>
      {formatMoney(branch.balance)}
      {difference.amount !== 0 && (
        <span className="block text-xs text-ink">
          <span className="sr-only">against truth </span>
          {formatDifference(difference)}
        </span>
      )}
    </span>
  )
}

const isSameBalance = ({ branch, truth }: Beside<AccountState>): boolean =>
  branch.status === truth.status &&
  branch.balance.amount === truth.balance.amount &&
  branch.balance.currency === truth.balance.currency

type AccountWhatIf = WhatIfView<AccountState, AccountEvent, AccountRejection, undefined>

const judgementWords: AccountWhatIf['judgementWords'] = (judgement) => {
  switch (judgement.type) {
    case 'accepted':
      return undefined
    case 'skipped':
      return 'Skipped'
    case 'idle':
      return 'Nothing to do: it is so already'
    case 'adjusted':
      return `Here it becomes: ${judgement.events.map(accountSentence).join('; ')}`
    case 'refused':
      return accountRefusal(judgement.rejection)
    case 'waived': {
      const { verdict } = judgement
      return verdict.type === 'refused'
        ? `It happened so, though today’s rules say: ${accountRefusal(verdict.rejection)}`
        : undefined
    }
    default:
      return exhaustive(judgement)
  }
}

/** How accounts are shown as they could have been. */
export const accountWhatIfView: AccountWhatIf = {
  rules: accountRules,
  choices: [
    { type: 'MoneyDeposited', name: 'Money credited' },
    { type: 'MoneyWithdrawn', name: 'Money taken off' },
    { type: 'AccountClosed', name: 'Account closed' },
    { type: 'AccountOpened', name: 'Account opened' },
  ],
  formOf: (type) => forms[type],
  valuesOf,
  usualValues,
  eventOf,
  suggestions: () => [],
  judgementWords,
  isAlike: isSameBalance,
  StepFigure: StepBalance,
  readFile: (text) => {
    const read = readAccountHistory(text)
    if (read.type === 'refused') return { type: 'refused', words: problemWords(read.problem, 'account') }
    const { before, events } = read.history
    return { type: 'read', history: { streamId: before.id, before, events } }
  },
  writeFile: (origin, before, events) =>
    JSON.stringify(toAccountHistoryFile(origin, before, events), null, 2),
}
