import { afterAll, beforeAll, expect, it } from 'vitest'
import { createToUrl } from '../../server/mail/account-letters'
import { openShopDatabase, type ShopDatabase } from '../../testing/open-shop-database'
import { describePaymentProvider } from '../../testing/payment/payment-provider.contract'
import { createPayments } from './payments'
import { createPostgresTestProvider } from './postgres-test-provider'
import type { TestProvider } from './test-provider'

let database: ShopDatabase
let provider: TestProvider
beforeAll(async () => {
  database = await openShopDatabase()
  const payments = createPayments({
    store: createPostgresTestProvider(database.pool),
    now: () => new Date(),
    toUrl: createToUrl('http://localhost:3000'),
    stripe: undefined,
    notify: async () => undefined,
  })
  provider = payments.test as TestProvider
})
afterAll(() => database.close())

describePaymentProvider('the test provider over Postgres', () => ({
  provider,
  tokenOf: async (number) => (await provider.tokenFor(number))?.token ?? 'none',
  confirm: (paymentId) => provider.confirm(paymentId, true),
}))

it("keeps a card's number nowhere", async () => {
  await provider.tokenFor('5555555555554444')
  const { rows } = await database.pool.query(
    "SELECT string_agg(c::text, ' ') AS text FROM test_provider.cards c",
  )
  expect(rows[0].text).toContain('4444')
  expect(rows[0].text).not.toMatch(/5{12}4444/)
})

it('takes one part at a time, of whoever asks at once', async () => {
  const token = (await provider.tokenFor('4242424242424242'))?.token ?? ''
  const ask = { orderId: 'o', key: 'race', reference: token, returnUrl: 'http://localhost/' }
  const amount = { amount: 1_000, currency: 'USD' }
  const asked = await Promise.all(Array.from({ length: 8 }, () => provider.authorise({ ...ask, amount })))
  expect(new Set(asked.map((answer) => JSON.stringify(answer))).size).toBe(1)
  const { paymentId } = asked[0] as { paymentId: string }
  const parts = Array.from({ length: 8 }, (_, nth) =>
    provider.capture({
      orderId: 'o',
      key: `part-${nth}`,
      paymentId,
      amount: { amount: 300, currency: 'USD' },
      isLast: false,
    }),
  )
  const taken = (await Promise.all(parts)).filter(({ type }) => type === 'captured')
  expect(taken).toHaveLength(3)
})
