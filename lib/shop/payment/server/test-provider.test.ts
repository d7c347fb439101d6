import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { money } from '../../money'
import { createMemoryTestProvider } from '../../testing/payment/memory-test-provider'
import { describePaymentProvider } from '../../testing/payment/payment-provider.contract'
import { askOnce } from '../ask-once'
import type { PaymentNotice } from '../port'
import { testCards } from '../test-cards'
import { expiresAfterMs } from '../test-payment'
import { createTestProvider } from './test-provider'

const openProvider = () => {
  const told: PaymentNotice[] = []
  const waited: number[] = []
  let ahead = 0
  const store = createMemoryTestProvider()
  const provider = createTestProvider({
    store,
    now: () => new Date(Date.parse('2026-11-21T14:03:22Z') + ahead),
    newToken: randomUUID,
    wait: async (ms) => {
      waited.push(ms)
      ahead += ms
    },
    pageOf: (paymentId) => `http://localhost:3000/payments/test/${paymentId}`,
    notify: async (notice) => void told.push(notice),
  })
  const tokenOf = async (number: string) => (await provider.tokenFor(number))?.token ?? 'none'
  const asked = async (number: string) => ({
    orderId: randomUUID(),
    key: randomUUID(),
    amount: money(5_000, 'USD'),
    reference: await tokenOf(number),
    returnUrl: 'http://localhost:3000/orders/1',
  })
  const pass = (ms: number) => {
    ahead += ms
  }
  return { provider, store, told, waited, tokenOf, asked, pass }
}

const shared = openProvider()
describePaymentProvider('the test provider', () => ({
  provider: shared.provider,
  tokenOf: shared.tokenOf,
  confirm: (paymentId) => shared.provider.confirm(paymentId, true),
}))

const numberThat = (behaviour: string) => testCards.find((card) => card.behaviour === behaviour)?.number ?? ''

describe('the test provider', () => {
  it('makes a token of a number, and keeps the last four digits alone', async () => {
    const { provider, store } = openProvider()
    const made = await provider.tokenFor('4242 4242 4242 4242')
    expect(made?.lastFour).toBe('4242')
    expect(await store.cardOf(made?.token ?? '')).toEqual({ behaviour: 'approve', lastFour: '4242' })
    expect(made?.token).not.toContain('4242424242424242')
  })

  it.each(['', '1234', '4242424242424241', 'four', '4242424242424242x'])(
    'takes %j for no card',
    async (number) => {
      expect(await openProvider().provider.tokenFor(number)).toBeUndefined()
    },
  )

  it('takes its time with a slow card', async () => {
    const { provider, waited, asked } = openProvider()
    expect(await provider.authorise(await asked(numberThat('slow')))).toMatchObject({ type: 'authorised' })
    expect(waited).toEqual([3_000])
  })

  it('charges once where its answer got lost and it is asked again', async () => {
    const { provider, asked, store } = openProvider()
    const ask = await asked(numberThat('timeout'))
    await expect(askOnce(provider, 'authorise', ask)).rejects.toThrow('says nothing')
    const again = await askOnce(provider, 'authorise', ask)
    expect(again).toMatchObject({ type: 'authorised' })
    expect(await store.paymentOf((again as { paymentId: string }).paymentId)).toMatchObject({ key: ask.key })
  })

  it('says the same thing twice', async () => {
    const { provider, told, asked } = openProvider()
    const ask = await asked(numberThat('twice'))
    expect(await provider.authorise(ask)).toMatchObject({ type: 'pending' })
    await expect.poll(() => told.length).toBe(2)
    expect(told[0]).toEqual(told[1])
    expect(await provider.find('authorise', ask)).toMatchObject({ type: 'authorised' })
  })

  it('declines for whoever says no, and stays with it', async () => {
    const { provider, told, asked } = openProvider()
    const ask = await asked(numberThat('threeDSecure'))
    const { paymentId } = (await provider.authorise(ask)) as { paymentId: string }
    await provider.confirm(paymentId, false)
    await provider.confirm(paymentId, true)
    expect(await provider.find('authorise', ask)).toMatchObject({
      type: 'declined',
      code: 'authentication_failed',
    })
    expect(told).toHaveLength(2)
  })

  it('takes nothing of what has expired', async () => {
    const { provider, asked, pass } = openProvider()
    const ask = await asked(numberThat('expire'))
    const { paymentId } = (await provider.authorise(ask)) as { paymentId: string }
    pass(expiresAfterMs)
    const capture = { ...ask, key: randomUUID(), paymentId, isLast: true }
    expect(await provider.capture(capture)).toMatchObject({ type: 'refused', code: 'expired' })
  })
})
