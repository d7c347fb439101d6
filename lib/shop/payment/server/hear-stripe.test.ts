import { beforeEach, expect, it } from 'vitest'
import { fakeContext } from '../../testing/fake-context'
import { serveTestApi } from '../../testing/test-api'
import type { PaymentNotice } from '../port'
import { createPayments } from './payments'
import { createStripe } from './stripe-provider'

const api = serveTestApi()
const webhookSecret = 'whsec_of_nobody'
const stripe = { secretKey: 'sk_test', publishableKey: 'pk_test', webhookSecret }
const sign = (payload: string, secret = webhookSecret) =>
  createStripe('sk_test').webhooks.generateTestHeaderString({ payload, secret })

let told: PaymentNotice[]
beforeEach(() => {
  told = []
  const notify = async (notice: PaymentNotice) => void told.push(notice)
  const unused = { store: undefined as never, now: () => new Date(), toUrl: (path: string) => path }
  api.over(fakeContext({ payments: createPayments({ ...unused, stripe, notify }) }))
})

const event = (type: string, metadata: object) =>
  JSON.stringify({ id: 'evt_1', object: 'event', type, data: { object: { id: 'pi_1', metadata } } })
const send = (body: string, signature?: string) =>
  api.ask('/api/payments/stripe', {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(signature && { 'stripe-signature': signature }),
    },
    body,
  })
const ours = { order: 'o-1', key: 'k-1' }

it('hears what Stripe signed of an intent of ours', async () => {
  const body = event('payment_intent.amount_capturable_updated', ours)
  const heard = await send(body, sign(body))
  expect([heard.status, await heard.json()]).toEqual([200, { received: true }])
  expect(told).toEqual([{ paymentId: 'pi_1', orderId: 'o-1', key: 'k-1' }])
})

it('passes over what is not about an order, and is content', async () => {
  for (const body of [event('payment_intent.created', {}), event('charge.refunded', ours)]) {
    expect((await send(body, sign(body))).status).toBe(200)
  }
  expect(told).toEqual([])
})

it('hears nothing that Stripe did not sign, to the letter', async () => {
  const body = event('payment_intent.succeeded', ours)
  const forged = [undefined, 'v1=none', sign(body, 'whsec_other'), sign(`${body} `)]
  for (const signature of forged) {
    const refused = await send(body, signature)
    expect([refused.status, (await refused.json()).code]).toEqual([400, 'SignatureInvalid'])
  }
  expect(told).toEqual([])
})

it('is not there where the shop has no secret of a webhook', async () => {
  api.over(fakeContext())
  expect((await send('{}', 'x')).status).toBe(404)
})
