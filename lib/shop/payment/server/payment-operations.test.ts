import { expect, it } from 'vitest'
import { fakeContext } from '../../testing/fake-context'
import { serveTestApi } from '../../testing/test-api'
import { createPayments } from './payments'

const api = serveTestApi()
const number = '4242 4242 4242 4242'

const addCard = (given: unknown, key = 'shopper') =>
  api.ask('/api/payments/test/cards', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify(given),
  })

it('says what it is, and makes a token of a number', async () => {
  api.over(fakeContext())
  const offer = await (await api.ask('/api/payments')).json()
  expect(offer).toMatchObject({ provider: 'test', says: expect.stringContaining('moves no money') })
  expect(offer.cards.length).toBeGreaterThan(5)
  const made = await addCard({ number })
  expect(made.status).toBe(201)
  expect(await made.json()).toEqual({ token: expect.stringMatching(/^card_/), lastFour: '4242' })
})

it('tells what is wrong with a number without repeating it', async () => {
  api.over(fakeContext())
  for (const given of [{ number: '4242 4242 4242 4241' }, { number: 42 }, {}]) {
    const refused = await addCard(given)
    expect([400, 422]).toContain(refused.status)
    expect(await refused.text()).not.toContain('4242 4242')
  }
  expect((await addCard({ number }, 'nobody')).status).toBe(401)
})

it('takes no number where payments go through Stripe', async () => {
  const stripe = { secretKey: 'sk', publishableKey: 'pk', webhookSecret: undefined }
  const payments = createPayments({
    store: undefined as never,
    now: () => new Date(0),
    toUrl: (path) => path,
    stripe,
    notify: async () => undefined,
  })
  api.over(fakeContext({ payments }))
  expect(await (await api.ask('/api/payments')).json()).toEqual({ provider: 'stripe', publishableKey: 'pk' })
  const refused = await addCard({ number })
  expect([refused.status, (await refused.json()).code]).toEqual([404, 'ProviderNotUsed'])
})
