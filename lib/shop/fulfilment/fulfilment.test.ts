import { describe, expect, it } from 'vitest'
import { accountIdOf } from '../account/account-stream'
import { balanceOf } from '../order/balance'
import type { PlaceOrder } from '../order/commands'
import { testCards } from '../payment/test-cards'
import { openWorld, type World } from '../testing/fulfilment-world'
import { line, placeOrder, plainAmounts, usd } from '../testing/orders'

const numberThat = (behaviour: string) => testCards.find((card) => card.behaviour === behaviour)?.number ?? ''
const minute = 60_000
const day = 24 * 60 * minute
const atOnce = { editableUntil: '2026-11-30T12:00:00.000Z' }

/** 85.00 on a card that behaves so, editable for ten minutes unless it is said otherwise. */
const place = async (world: World, behaviour = 'approve', more: Partial<PlaceOrder> = {}) => {
  const reference = await world.card(numberThat(behaviour))
  await world.send(placeOrder({ payment: { method: 'card', reference }, ...more }))
  await world.settle()
}
const pieces = (...quantities: [string, number][]) =>
  quantities.map(([lineId, quantity]) => ({ lineId, quantity }))
const held = async (world: World) => balanceOf(await world.order()).held.amount
const charged = async (world: World) => balanceOf(await world.order()).captured.amount

describe('an order that is paid by card', () => {
  it('is authorised at once, and confirmed when its window is over', async () => {
    const world = openWorld()
    await place(world)
    expect(await world.story()).toEqual(['OrderPlaced', 'PaymentAuthorised'])
    world.pass(10 * minute)
    await world.settle()
    expect(await world.story()).toEqual(['OrderPlaced', 'PaymentAuthorised', 'OrderConfirmed'])
    expect(await held(world)).toBe(8_500)
    expect(await charged(world)).toBe(0)
    expect(world.mails.map(({ kind, to }) => [kind, to])).toEqual([['order-confirmed', 'ann@example.com']])
  })

  it('is confirmed as soon as it is authorised where there is no window', async () => {
    const world = openWorld()
    await place(world, 'approve', atOnce)
    expect(await world.story()).toEqual(['OrderPlaced', 'PaymentAuthorised', 'OrderConfirmed'])
    expect((await world.state()).waitsFor.map(({ data }) => data.name)).toEqual(['expiry'])
  })

  it('is charged for what is sent, with shipping on the first, and what is left is given up', async () => {
    const world = openWorld()
    await place(world, 'approve', atOnce)
    await world.send({ type: 'ShipOrder', lines: pieces(['1', 1]) })
    await world.settle()
    expect(await charged(world)).toBe(1_500)
    await world.send({ type: 'CancelItems', lines: pieces(['1', 1]), reason: 'Broken' })
    await world.send({ type: 'ShipOrder' })
    await world.settle()
    expect(await charged(world)).toBe(7_500)
    expect(await held(world)).toBe(0)
    expect(balanceOf(await world.order()).outstanding.amount).toBe(0)
    expect((await world.story()).slice(3)).toEqual([
      'OrderShipped',
      'PaymentReceived',
      'QuantityCancelled',
      'OrderShipped',
      'PaymentReceived',
      'AuthorisationReleased',
    ])
    expect(world.mails.map(({ kind }) => kind)).toEqual(['order-confirmed', 'order-shipped', 'order-shipped'])
  })

  it('gives the refund that somebody issues for what came back, once', async () => {
    const world = openWorld()
    await place(world, 'approve', atOnce)
    await world.send({ type: 'ShipOrder' })
    await world.settle()
    await world.send({ type: 'DeliverOrder' })
    await world.send({ type: 'ReturnItems', lines: pieces(['1', 2]), reason: 'Too many', restock: true })
    const refund = { type: 'IssueRefund', amount: usd(2_000), reason: 'Too many' } as const
    await world.send({ ...refund, refundId: 'r-1', to: 'card' })
    await world.settle()
    const [payment] = (await world.order()).payments
    expect(await world.paymentOf(payment?.paymentId ?? '')).toMatchObject({ refunds: [{ amount: 2_000 }] })
    await world.send({ ...refund, refundId: 'r-2', amount: usd(1_000), to: 'credit' })
    await world.settle()
    const account = await world.account(accountIdOf('ann', 'USD'))
    expect(account.balance).toEqual(usd(1_000))
    expect(await world.paymentOf(payment?.paymentId ?? '')).toMatchObject({ refunds: [{ amount: 2_000 }] })
  })

  it('gives up what it held when it is cancelled, and gives back what it took', async () => {
    const world = openWorld()
    await place(world, 'approve', atOnce)
    await world.send({ type: 'ShipOrder', lines: pieces(['2', 1]) })
    await world.settle()
    await world.send({ type: 'CancelOrder', reason: 'Lost on its way', cancelledBy: 'staff' })
    await world.settle()
    const { held, refundable } = balanceOf(await world.order())
    expect([held.amount, refundable.amount]).toEqual([0, 0])
    const [payment] = (await world.order()).payments
    expect(await world.paymentOf(payment?.paymentId ?? '')).toMatchObject({
      status: 'over',
      captures: [{ amount: 5_500 }],
      refunds: [{ amount: 5_500 }],
    })
    expect(world.mails.at(-1)?.kind).toBe('order-cancelled')
  })

  it.each(['decline', 'noFunds'])('is cancelled where the card is declined (%s)', async (behaviour) => {
    const world = openWorld()
    await place(world, behaviour)
    expect(await world.story()).toEqual(['OrderPlaced', 'PaymentFailed', 'OrderCancelled'])
    expect((await world.order()).cancelledBy).toBe('payment')
    expect((await world.state()).waitsFor).toEqual([])
  })

  it.each(['timeout', 'slow'])(
    'is authorised once where the answer takes its time or is lost (%s)',
    async (behaviour) => {
      const world = openWorld()
      await place(world, behaviour)
      expect(await world.story()).toEqual(['OrderPlaced', 'PaymentAuthorised'])
      expect(await held(world)).toBe(8_500)
    },
  )

  it('is authorised once where the provider says so twice', async () => {
    const world = openWorld()
    await place(world, 'twice')
    await expect.poll(() => world.story()).toEqual(['OrderPlaced', 'PaymentAuthorised'])
    await world.settle()
    expect((await world.state()).own.awaited).toBeUndefined()
    expect(await held(world)).toBe(8_500)
  })

  it('waits for whoever has to confirm a payment, and goes on when they did (3-D Secure)', async () => {
    const world = openWorld()
    await place(world, 'threeDSecure', atOnce)
    const { awaited } = (await world.state()).own
    expect(awaited?.url).toMatch(/^https:\/\/shop.test\/payments\/test\//)
    await world.provider.confirm(awaited?.paymentId ?? '', true)
    await world.settle()
    expect(await world.story()).toEqual(['OrderPlaced', 'PaymentAuthorised', 'OrderConfirmed'])
  })

  it('finds out by itself what nobody told', async () => {
    const world = openWorld()
    await place(world, 'threeDSecure')
    const { awaited } = (await world.state()).own
    const { provider } = world
    await provider.confirm(awaited?.paymentId ?? '', false)
    expect(await world.story()).toEqual(['OrderPlaced'])
    world.pass(15_000)
    await world.settle()
    expect(await world.story()).toEqual(['OrderPlaced', 'PaymentFailed', 'OrderCancelled'])
  })

  it('is cancelled when its time is over, and what comes late is given up', async () => {
    const world = openWorld()
    await place(world, 'threeDSecure')
    const { awaited } = (await world.state()).own
    world.pass(30 * minute)
    await world.settle()
    expect((await world.order()).cancelledBy).toBe('time')
    expect(await world.paymentOf(awaited?.paymentId ?? '')).toMatchObject({ status: 'over', captures: [] })
    expect((await world.state()).waitsFor).toEqual([])
  })

  it('is authorised anew where the authorisation expires before it is sent', async () => {
    const world = openWorld()
    await place(world, 'expire', atOnce)
    world.pass(minute)
    await world.settle()
    expect((await world.story()).slice(2)).toEqual([
      'OrderConfirmed',
      'AuthorisationReleased',
      'PaymentAuthorised',
    ])
    await world.send({ type: 'ShipOrder' })
    await world.settle()
    expect(await charged(world)).toBe(8_500)
  })
})

it('an edit to a lower total keeps the authorisation, and the rest is given up at the end (Medusa #14984)', async () => {
  const world = openWorld()
  await place(world)
  const lines = [line('1', 1, 1_000)]
  await world.send({ type: 'UpdateItems', lines, amounts: plainAmounts(lines, 500) })
  await world.settle()
  expect((await world.order()).payments).toMatchObject([{ authorised: 8_500, released: 0 }])
  await world.send({ type: 'ConfirmOrder', by: 'staff', at: world.at() })
  await world.send({ type: 'ShipOrder' })
  await world.settle()
  expect(await charged(world)).toBe(1_500)
  expect((await world.order()).payments).toMatchObject([{ authorised: 8_500, released: 7_000 }])
})

it('an order whose payment is of no provider waits for staff, and nothing is authorised for it', async () => {
  const world = openWorld()
  await place(world, 'approve', { payment: { method: 'invoice' }, ...atOnce })
  world.pass(10 * day)
  await world.settle()
  expect(await world.story()).toEqual(['OrderPlaced'])
  const paymentId = 'transfer-17'
  await world.send({ type: 'RecordAuthorisation', paymentId, provider: 'bank', amount: usd(8_500) })
  await world.send({ type: 'RecordCapture', paymentId, captureId: 'c-1', amount: usd(8_500) })
  await world.settle()
  expect((await world.story()).at(-1)).toBe('OrderConfirmed')
  await world.send({ type: 'ShipOrder' })
  await world.settle()
  expect(await charged(world)).toBe(8_500)
})

it('an order that comes to nothing is confirmed with no payment', async () => {
  const world = openWorld()
  const lines = [line('1', 1, 0)]
  await place(world, 'approve', { lines, amounts: plainAmounts(lines), ...atOnce })
  expect(await world.story()).toEqual(['OrderPlaced', 'OrderConfirmed'])
})

describe('store credit', () => {
  const accountId = accountIdOf('ann', 'USD')
  const deposit = (amount: number) =>
    [
      { type: 'OpenAccount', owner: 'ann', currency: 'USD' },
      { type: 'DepositMoney', amount: usd(amount), description: 'A gift' },
    ] as const
  const byBoth = async (world: World, credit: number) => {
    const reference = await world.card(numberThat('approve'))
    await world.send(placeOrder({ payment: { method: 'card', reference, credit: usd(credit) }, ...atOnce }))
    await world.settle()
  }

  it('is held first, and taken first; a card pays the rest', async () => {
    const world = openWorld()
    await world.give(accountId, ...deposit(4_000))
    await byBoth(world, 3_000)
    expect((await world.order()).payments).toMatchObject([
      { provider: 'credit', authorised: 3_000 },
      { provider: 'test', authorised: 5_500 },
    ])
    expect((await world.account(accountId)).holds).toMatchObject([{ amount: usd(3_000) }])
    await world.send({ type: 'ShipOrder', lines: pieces(['1', 3]) })
    await world.settle()
    expect((await world.order()).payments).toMatchObject([{ captured: 3_000 }, { captured: 500 }])
    expect(await world.account(accountId)).toMatchObject({ balance: usd(1_000), holds: [] })
  })

  it('is let go where the order is cancelled', async () => {
    const world = openWorld()
    await world.give(accountId, ...deposit(4_000))
    await byBoth(world, 3_000)
    await world.send({ type: 'CancelOrder', reason: 'Too late', cancelledBy: 'customer' })
    await world.settle()
    expect(await world.account(accountId)).toMatchObject({ balance: usd(4_000), holds: [] })
    expect(await held(world)).toBe(0)
  })

  it('that is not there cancels the order, and no card is asked', async () => {
    const world = openWorld()
    await byBoth(world, 3_000)
    expect(await world.story()).toEqual(['OrderPlaced', 'PaymentFailed', 'OrderCancelled'])
  })
})

describe('the goods of an order', () => {
  const kept = async () => {
    const world = openWorld()
    await world.keep('product-1', 10, 3)
    await world.keep('product-2', 5, 1)
    await place(world, 'approve', atOnce)
    return world
  }
  const counts = async (world: World) => {
    const stocks = await Promise.all(['product-1', 'product-2'].map(world.stock))
    return stocks.map(({ onHand, reserved }) => [onHand, reserved])
  }

  it('leave the shelf as they are sent, and are put back or written off as they come back', async () => {
    const world = await kept()
    await world.send({ type: 'ShipOrder', lines: pieces(['1', 2], ['2', 1]) })
    await world.settle()
    expect(await counts(world)).toEqual([
      [8, 1],
      [4, 0],
    ])
    await world.send({ type: 'DeliverOrder' })
    const back = (lineId: string, restock: boolean) =>
      ({ type: 'ReturnItems', lines: pieces([lineId, 1]), reason: 'Chipped', restock }) as const
    await world.send(back('1', true))
    await world.send(back('2', false))
    await world.settle()
    expect(await counts(world)).toEqual([
      [9, 1],
      [4, 0],
    ])
  })

  it('are anybody’s again where it is cancelled, or some of it is', async () => {
    const world = await kept()
    await world.send({ type: 'CancelItems', lines: pieces(['1', 1]), reason: 'Chipped' })
    await world.settle()
    expect(await counts(world)).toEqual([
      [10, 2],
      [5, 1],
    ])
    await world.send({ type: 'CancelOrder', reason: 'Too late', cancelledBy: 'customer' })
    await world.settle()
    expect(await counts(world)).toEqual([
      [10, 0],
      [5, 0],
    ])
  })
})
