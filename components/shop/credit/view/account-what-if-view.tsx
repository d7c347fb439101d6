import * as z from 'zod'
import { exhaustive } from '@/lib/kit/kernel/exhaustive'
import type { AccountRejection } from '@/lib/shop/account/decide'
import type { AccountEvent } from '@/lib/shop/account/events'
import type { AccountState } from '@/lib/shop/account/state'
import { accountRules } from '@/lib/shop/account/what-if-account'
import { readAccountHistory, toAccountHistoryFile } from '@/lib/shop/account/wire/account-history-file'
import { money } from '@/lib/shop/money'
import { readAmount, writeAmount } from '@/lib/shop/wire/amount'
import type { EventForm, FieldValues } from '../../../player/view/event-form'
import type { Beside, WhatIfView } from '../../../player/view/what-if-view'
import { historyFiles } from '../../history-files'
import { StepAmount } from '../../step-amount'
import { accountRefusal } from './account-sentences'

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
  MoneyHeld: {
    fields: [
      { name: 'amount', label: 'Amount', inputMode: 'decimal' },
      { name: 'holdId', label: 'Under which id' },
      { name: 'orderId', label: 'For which order' },
    ],
    schema: z.object({ amount, holdId: required, orderId: required }),
  },
  MoneyReleased: {
    fields: [{ name: 'holdId', label: 'Under which id' }],
    schema: z.object({ holdId: required }),
  },
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
      return { amount: writeAmount(amount), description }
    }
    case 'MoneyHeld': {
      const { amount, holdId, for: of } = event.data
      return { amount: writeAmount(amount), holdId, orderId: of.orderId }
    }
    case 'MoneyReleased':
      return { holdId: event.data.holdId }
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
      const amount = readAmount(text('amount'), before.balance.currency)
      return { type, data: { amount, description: text('description') } }
    }
    case 'MoneyHeld': {
      const amount = readAmount(text('amount'), before.balance.currency)
      return { type, data: { amount, holdId: text('holdId'), for: { orderId: text('orderId') } } }
    }
    case 'MoneyReleased': {
      const holdId = text('holdId')
      const amount = before.holds.find((hold) => hold.holdId === holdId)?.amount
      return { type, data: { holdId, amount: amount ?? money(0, before.balance.currency) } }
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
    case 'MoneyHeld':
      return { amount: '5', holdId: 'what-if', orderId: 'what-if' }
    case 'MoneyReleased':
      return { holdId: before.holds[0]?.holdId ?? '' }
    case 'AccountClosed':
      return { reason: 'what if' }
    default:
      return exhaustive(type)
  }
}

const isSameBalance = ({ branch, truth }: Beside<AccountState>): boolean =>
  branch.status === truth.status &&
  branch.balance.amount === truth.balance.amount &&
  branch.balance.currency === truth.balance.currency

/** How accounts are shown as they could have been. */
export const accountWhatIfView: WhatIfView<AccountState, AccountEvent, AccountRejection, undefined> = {
  rules: accountRules,
  choices: [
    { type: 'MoneyDeposited', name: 'Money credited' },
    { type: 'MoneyWithdrawn', name: 'Money taken off' },
    { type: 'MoneyHeld', name: 'Money kept for an order' },
    { type: 'MoneyReleased', name: 'Money kept no longer' },
    { type: 'AccountClosed', name: 'Account closed' },
    { type: 'AccountOpened', name: 'Account opened' },
  ],
  formOf: (type) => forms[type],
  valuesOf,
  usualValues,
  eventOf,
  suggestions: () => [],
  refusalWords: accountRefusal,
  isAlike: isSameBalance,
  StepFigure: ({ branch, truth }) => (
    <StepAmount name="Balance" branch={branch.balance} truth={truth.balance} />
  ),
  ...historyFiles('account', readAccountHistory, toAccountHistoryFile),
}
