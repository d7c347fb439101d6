import pino from 'pino'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createAccess } from '../../../kit/server/access/access'
import { createHandle } from '../../../kit/server/commands/handle'
import { asSubscription } from '../../../kit/server/projections/as-subscription'
import { loadStream } from '../../../kit/server/store/load'
import { catchUp } from '../../../kit/server/subscriptions/catch-up'
import { handlerOver } from '../../../kit/testing/handler'
import { shopPolicy } from '../../server/auth/policy'
import { cartStream } from '../../server/streams'
import { cartCreated, newEvent } from '../../testing/events'
import { openShopDatabase, type ShopDatabase } from '../../testing/open-shop-database'
import { person } from '../../testing/person'
import { streamTypes } from '../../wire/stream-types'
import { accountStreamType } from '../account-stream'
import type { AccountEvent } from '../events'
import type { CreditRequest } from '../wire/credit'
import { storedAccount } from '../wire/stored-account'
import { accountBalanceProjection, accountSummaryProjection } from './account-projections'
import { listAccounts } from './accounts'
import { creditAccount } from './credit-account'

let database: ShopDatabase
beforeAll(async () => {
  database = await openShopDatabase()
})
afterAll(() => database.close())

const staff = person('sue', 'staff')

const move = async (owner: string, overrides: Partial<CreditRequest> = {}, who = staff) => {
  const { store, codec } = database
  const dependencies = {
    handle: createHandle(handlerOver(store, codec.registry)),
    store,
    access: createAccess({ store, types: streamTypes, policy: shopPolicy }),
  }
  return creditAccount(dependencies, who, owner, {
    direction: 'deposit',
    amount: '15.99',
    currency: 'USD',
    description: 'Parcel was late',
    commandId: uuidv7(),
    ...overrides,
  })
}

const eventsOf = (accountId: string) =>
  loadStream<AccountEvent>(database.store, { type: 'account', id: accountId })

const follow = async () => {
  for (const projection of [accountBalanceProjection, accountSummaryProjection]) {
    await catchUp({ ...database, log: pino({ level: 'silent' }) }, asSubscription(projection, database.store))
  }
}

it('the first credit opens the account, and both are one story', async () => {
  const answer = await move('ann')
  expect(answer).toMatchObject({ type: 'accepted', accountId: 'ann.usd' })
  const events = await eventsOf('ann.usd')
  expect(events.map(({ type }) => type)).toEqual(['AccountOpened', 'MoneyDeposited'])
  expect(new Set(events.map(({ metadata }) => metadata.correlationId)).size).toBe(1)
  expect(events.map(({ metadata }) => metadata.actor)).toEqual([
    { kind: 'staff', id: 'sue' },
    { kind: 'staff', id: 'sue' },
  ])
})

it('credit that answers for an event joins its story', async () => {
  const bought = newEvent(cartCreated('ada'))
  await database.store.append({ stream: cartStream('of-ada'), expectedVersion: 0, events: [bought] })
  await move('ada', { causeEventId: bought.eventId })
  expect((await eventsOf('ada.usd')).map(({ metadata }) => metadata)).toMatchObject([
    { correlationId: bought.metadata.correlationId, causationId: bought.eventId, commandType: 'OpenAccount' },
    {
      correlationId: bought.metadata.correlationId,
      causationId: bought.eventId,
      commandType: 'DepositMoney',
    },
  ])
})

it('what is not there is nothing to answer for', async () => {
  expect(await move('abe', { causeEventId: uuidv7() })).toEqual({
    type: 'rejected',
    rejection: { type: 'CauseNotFound' },
  })
  expect(await eventsOf('abe.usd')).toEqual([])
})

it('what is sent twice is done once', async () => {
  const commandId = uuidv7()
  expect(await move('bob', { commandId })).toEqual(await move('bob', { commandId }))
  expect(await eventsOf('bob.usd')).toHaveLength(2)
  expect(await move('bob', { commandId, amount: '1' })).toMatchObject({
    rejection: { type: 'CommandIdReused' },
  })
})

it('amounts are in the units of their currency', async () => {
  await move('cas', { amount: '500', currency: 'JPY' })
  await move('cas', { amount: '0.1', currency: 'USD' })
  const amountOf = async (accountId: string) => (await eventsOf(accountId)).at(-1)?.data
  expect(await amountOf('cas.jpy')).toMatchObject({ amount: { amount: 500, currency: 'JPY' } })
  expect(await amountOf('cas.usd')).toMatchObject({ amount: { amount: 10, currency: 'USD' } })
})

it.each([
  ['15.999', 'USD'],
  ['1.5', 'JPY'],
])('%s %s is finer than the currency, and nobody’s guess', async (amount, currency) => {
  expect(await move('liv', { amount, currency })).toEqual({
    type: 'rejected',
    rejection: { type: 'AmountTooFine', currency },
  })
  expect(await eventsOf(`liv.${currency.toLowerCase()}`)).toEqual([])
})

it('no more is taken off than there is, and nothing of an account that is not there', async () => {
  await move('dan')
  expect(await move('dan', { direction: 'withdraw', amount: '16' })).toMatchObject({
    type: 'rejected',
    rejection: { type: 'InsufficientBalance', balance: { amount: 1599, currency: 'USD' } },
  })
  expect(await move('eve', { direction: 'withdraw' })).toMatchObject({
    rejection: { type: 'AccountNotFound' },
  })
  expect(await eventsOf('eve.usd')).toEqual([])
})

it('is for staff: an owner gives themselves nothing', async () => {
  await move('fay')
  for (const who of [person('fay'), person('gus')]) {
    expect(await move('fay', {}, who)).toEqual({ type: 'rejected', rejection: { type: 'NotAllowed' } })
  }
  expect(await eventsOf('fay.usd')).toHaveLength(2)
})

it('read models say what the streams come to, newest account first, a page at a time', async () => {
  await move('hal')
  await move('hal', { direction: 'withdraw', amount: '5.99' })
  await move('ivy', { amount: '20' })
  await follow()
  const { accounts, next } = await listAccounts(database.pool, { limit: 2 })
  expect(accounts).toMatchObject([
    {
      accountId: 'ivy.usd',
      owner: 'ivy',
      balance: { amount: 2000, currency: 'USD' },
      transactions: 1,
      status: 'open',
    },
    {
      accountId: 'hal.usd',
      owner: 'hal',
      balance: { amount: 1000, currency: 'USD' },
      transactions: 2,
      status: 'open',
    },
  ])
  const older = await listAccounts(database.pool, { limit: 100, before: next ?? 0 })
  expect(older.accounts.map(({ accountId }) => accountId)).not.toContain('hal.usd')
  expect(await listAccounts(database.pool, { owner: 'hal', limit: 10 })).toMatchObject({
    accounts: [{ accountId: 'hal.usd' }],
    next: null,
  })
  const { rows } = await database.pool.query('SELECT account_id, balance::int, version FROM account_balance')
  for (const { account_id: id, balance, version } of rows) {
    const state = storedAccount.fold(accountStreamType.initial(id), await eventsOf(id))
    expect([balance, version]).toEqual([state.balance.amount, state.version])
  }
})
