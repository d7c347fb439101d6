import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { money } from '../../money'
import { describePaymentProvider } from '../../testing/payment/payment-provider.contract'
import { startStripeStandIn } from '../../testing/payment/stripe-stand-in'
import { askOnce } from '../ask-once'
import { ofStripeAmount, toStripeAmount } from './stripe-amount'
import { createStripe, createStripeProvider } from './stripe-provider'

let standIn: Awaited<ReturnType<typeof startStripeStandIn>>
beforeAll(async () => {
  standIn = await startStripeStandIn()
})
afterAll(() => standIn.close())

const open = () => createStripeProvider(createStripe('sk_test_of_nobody', standIn.where))

describePaymentProvider('Stripe', () => ({
  provider: open(),
  tokenOf: async (number) => `pm_${number}`,
  confirm: standIn.confirm,
}))

/** A connection that breaks under the SDK is tried once more by itself, under the same key. */
const lostOfOneAsk = 2

const asked = () => ({
  orderId: randomUUID(),
  key: randomUUID(),
  amount: money(5_000, 'USD'),
  reference: 'pm_4242424242424242',
  returnUrl: 'http://localhost:3000/orders/1',
})

describe('payments by Stripe', () => {
  it('are made once where the answer got lost, and Stripe is asked before it is tried again', async () => {
    const provider = open()
    const ask = asked()
    const before = standIn.payments().length
    standIn.loseAnswers(lostOfOneAsk)
    await expect(askOnce(provider, 'authorise', ask)).rejects.toThrow()
    standIn.requests.length = 0
    expect(await askOnce(provider, 'authorise', ask)).toMatchObject({ type: 'authorised' })
    expect(standIn.requests).toEqual(['GET /v1/payment_intents/search'])
    expect(standIn.payments()).toHaveLength(before + 1)
  })

  it('are made once where not even the search knows of them yet', async () => {
    const provider = open()
    const ask = asked()
    const before = standIn.payments().length
    standIn.loseAnswers(lostOfOneAsk)
    await expect(provider.authorise(ask)).rejects.toThrow()
    expect(await provider.authorise(ask)).toMatchObject({ type: 'authorised' })
    expect(standIn.payments()).toHaveLength(before + 1)
  })
})

describe("an amount in Stripe's count", () => {
  it.each([
    [1_599, 'USD', 1_599],
    [1_599, 'JPY', 1_599],
    [1_590, 'KWD', 1_590],
    [1_599, 'ISK', 159_900],
  ])('%d minor units of %s are %d', (amount, currency, counted) => {
    expect(toStripeAmount(money(amount, currency))).toBe(counted)
    expect(ofStripeAmount(counted, currency.toLowerCase())).toEqual(money(amount, currency))
  })

  it('is none where Stripe has no such coin', () => {
    expect(toStripeAmount(money(1_599, 'KWD'))).toBeUndefined()
  })
})
