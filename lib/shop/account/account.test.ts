import { describe, expect, it } from 'vitest'
import { given } from '../../kit/testing/given'
import { money } from '../money'
import { accountStreamType as account, accountIdOf } from './account-stream'
import type { AccountCommand } from './commands'
import type { AccountEvent } from './events'

const usd = (amount: number) => money(amount, 'USD')
const opened: AccountEvent = { type: 'AccountOpened', data: { owner: 'ann', currency: 'USD' } }
const deposited = (amount: number, description = 'Parcel was late'): AccountEvent => ({
  type: 'MoneyDeposited',
  data: { amount: usd(amount), description },
})
const withdrawn = (amount: number, description = 'Order 17'): AccountEvent => ({
  type: 'MoneyWithdrawn',
  data: { amount: usd(amount), description },
})
const closed: AccountEvent = { type: 'AccountClosed', data: {} }

const open: AccountCommand = { type: 'OpenAccount', owner: 'ann', currency: 'USD' }
const deposit = (amount: number, currency = 'USD'): AccountCommand => ({
  type: 'DepositMoney',
  amount: money(amount, currency),
  description: 'Parcel was late',
})
const withdraw = (amount: number): AccountCommand => ({
  type: 'WithdrawMoney',
  amount: usd(amount),
  description: 'Order 17',
})
const close: AccountCommand = { type: 'CloseAccount' }

describe('an account', () => {
  it('is opened once, in one currency', () => {
    given(account).when(open).then(opened)
    given(account, opened).when(open).thenNothing()
    given(account, opened)
      .when({ ...open, currency: 'GBP' })
      .thenRejected({ type: 'AccountAlreadyExists' })
    given(account, opened)
      .when({ ...open, owner: 'ben' })
      .thenRejected({ type: 'AccountAlreadyExists' })
    given(account, opened, closed).when(open).thenRejected({ type: 'AccountAlreadyExists' })
  })

  it('takes money and gives it back', () => {
    given(account, opened).when(deposit(500)).then(deposited(500))
    given(account, opened, deposited(500)).when(withdraw(500)).then(withdrawn(500))
  })

  it('has nothing to give before it is opened', () => {
    for (const command of [deposit(1), withdraw(1), close]) {
      given(account).when(command).thenRejected({ type: 'AccountNotFound' })
    }
  })

  it.each([0, -1, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1])('moves no amount of %s', (amount) => {
    for (const move of [deposit(amount), withdraw(amount)]) {
      given(account, opened, deposited(500))
        .when(move)
        .thenRejected({ type: 'InvalidAmount', amount: usd(amount) })
    }
  })

  it('holds no more than can be counted', () => {
    const most = Number.MAX_SAFE_INTEGER
    given(account, opened, deposited(most))
      .when(deposit(1))
      .thenRejected({ type: 'InvalidAmount', amount: usd(1) })
  })

  it('is never below zero', () => {
    given(account, opened, deposited(500))
      .when(withdraw(501))
      .thenRejected({ type: 'InsufficientBalance', balance: usd(500), requested: usd(501) })
  })

  it('knows one currency', () => {
    given(account, opened)
      .when(deposit(500, 'EUR'))
      .thenRejected({ type: 'OtherCurrency', currency: 'USD', given: 'EUR' })
  })

  it('is closed at zero alone, and stays so', () => {
    given(account, opened, deposited(500))
      .when(close)
      .thenRejected({ type: 'BalanceNotZero', balance: usd(500) })
    given(account, opened, deposited(500), withdrawn(500)).when(close).then(closed)
    given(account, opened)
      .when({ ...close, reason: 'They moved' })
      .then({ type: 'AccountClosed', data: { reason: 'They moved' } })
    given(account, opened, closed).when(close).thenNothing()
    given(account, opened, closed).when(deposit(1)).thenRejected({ type: 'AccountIsClosed' })
    given(account, opened, closed).when(withdraw(1)).thenRejected({ type: 'AccountIsClosed' })
  })

  it('tells its state, and whose it is', () => {
    const events = [opened, deposited(700), withdrawn(200)]
    expect(account.fold(account.initial('ann.usd'), events)).toEqual({
      id: 'ann.usd',
      owner: 'ann',
      status: 'open',
      balance: usd(500),
      transactions: 2,
      version: 3,
    })
    expect(account.ownerOf(opened)).toBe('ann')
    expect(accountIdOf('ann', 'USD')).toBe('ann.usd')
  })
})
