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
const held = (amount: number, holdId = 'h-1'): AccountEvent => ({
  type: 'MoneyHeld',
  data: { holdId, amount: usd(amount), for: { orderId: 'o-1' } },
})
const released = (amount: number): AccountEvent => ({
  type: 'MoneyReleased',
  data: { holdId: 'h-1', amount: usd(amount) },
})
const taken = (amount: number): AccountEvent => ({
  type: 'MoneyWithdrawn',
  data: { amount: usd(amount), description: 'Order 17', holdId: 'h-1' },
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
const hold = (amount: number, holdId = 'h-1'): AccountCommand => ({
  type: 'HoldMoney',
  holdId,
  amount: usd(amount),
  for: { orderId: 'o-1' },
})
const take = (amount: number): AccountCommand => ({
  type: 'TakeHeldMoney',
  holdId: 'h-1',
  amount: usd(amount),
  description: 'Order 17',
})
const release: AccountCommand = { type: 'ReleaseMoney', holdId: 'h-1' }
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

  it('keeps money for an order, which nothing else may take', () => {
    const had = [opened, deposited(500)]
    given(account, ...had)
      .when(hold(300))
      .then(held(300))
    given(account, ...had, held(300))
      .when(hold(300))
      .thenNothing()
    given(account, ...had, held(300))
      .when(hold(200))
      .thenRejected({
        type: 'HoldExists',
        hold: { holdId: 'h-1', amount: usd(300), for: { orderId: 'o-1' } },
      })
    for (const asked of [withdraw(201), hold(201, 'h-2')]) {
      given(account, ...had, held(300))
        .when(asked)
        .thenRejected({ type: 'InsufficientBalance', balance: usd(200), requested: usd(201) })
    }
    given(account, ...had, held(500))
      .when(close)
      .thenRejected({ type: 'BalanceNotZero', balance: usd(500) })
  })

  it('has what is kept taken in parts, and no more than that', () => {
    const had = [opened, deposited(500), held(300)]
    given(account, ...had)
      .when(take(100))
      .then(taken(100))
    given(account, ...had, taken(100))
      .when(take(201))
      .thenRejected({ type: 'HoldTooSmall', held: usd(200), requested: usd(201) })
    given(account, ...had, taken(100), taken(200))
      .when(take(1))
      .thenRejected({ type: 'HoldNotFound', holdId: 'h-1' })
  })

  it('gives up what is left of it, once', () => {
    const had = [opened, deposited(500), held(300), taken(100)]
    given(account, ...had)
      .when(release)
      .then(released(200))
    given(account, ...had, released(200))
      .when(release)
      .thenNothing()
    given(account, ...had, released(200))
      .when(take(1))
      .thenRejected({ type: 'HoldNotFound', holdId: 'h-1' })
    given(account, ...had, released(200))
      .when(withdraw(400))
      .then(withdrawn(400))
  })

  it('says of a refund what it comes from', () => {
    const source = { orderId: 'o-1', refundId: 'r-1' }
    const amount = usd(300)
    given(account, opened)
      .when({ type: 'DepositMoney', amount, description: 'Arrived broken', source })
      .then({ type: 'MoneyDeposited', data: { amount, description: 'Arrived broken', source } })
  })

  it('tells its state, and whose it is', () => {
    const events = [opened, deposited(700), withdrawn(200)]
    expect(account.fold(account.initial('ann.usd'), events)).toEqual({
      id: 'ann.usd',
      owner: 'ann',
      status: 'open',
      balance: usd(500),
      holds: [],
      transactions: 2,
      version: 3,
    })
    expect(account.ownerOf(opened)).toBe('ann')
    expect(accountIdOf('ann', 'USD')).toBe('ann.usd')
  })
})
