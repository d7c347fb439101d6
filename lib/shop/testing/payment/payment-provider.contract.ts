import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { money } from '../../money'
import { askOnce } from '../../payment/ask-once'
import type { AuthoriseAsked, Authorised, PaymentProvider } from '../../payment/port'

/** A provider under test, with what its outside has for tests. */
export interface ProviderUnderTest {
  readonly provider: PaymentProvider
  /** A token of a card with this number. */
  readonly tokenOf: (number: string) => Promise<string>
  /** Somebody said yes on the provider's page. */
  readonly confirm: (paymentId: string) => Promise<unknown>
}

const usd = (amount: number) => money(amount, 'USD')
const approved = '4242424242424242'

/** What every provider keeps to, whoever it is. */
export const describePaymentProvider = (name: string, open: () => ProviderUnderTest): void => {
  const asked = async (number: string, over: Partial<AuthoriseAsked> = {}): Promise<AuthoriseAsked> => ({
    orderId: randomUUID(),
    key: randomUUID(),
    amount: usd(5_000),
    reference: await open().tokenOf(number),
    returnUrl: 'http://localhost:3000/orders/1',
    ...over,
  })
  const authorised = async (over: Partial<AuthoriseAsked> = {}) => {
    const ask = await asked(approved, over)
    const answer = (await open().provider.authorise(ask)) as Authorised
    expect(answer).toMatchObject({ type: 'authorised', amount: ask.amount })
    return { ...ask, paymentId: answer.paymentId }
  }
  const another = <Asked extends { readonly key: string }>(ask: Asked): Asked => ({
    ...ask,
    key: randomUUID(),
  })

  describe(`payments by ${name}`, () => {
    it('authorises once under a key, however often it is asked', async () => {
      const { provider } = open()
      const ask = await asked(approved)
      expect(await provider.find('authorise', ask)).toBeUndefined()
      const first = await provider.authorise(ask)
      expect(first).toMatchObject({ type: 'authorised', amount: usd(5_000), captures: 'multiple' })
      expect(await provider.authorise(ask)).toEqual(first)
      expect(await provider.find('authorise', ask)).toEqual(first)
      const { paymentId } = first as Authorised
      expect(await provider.find('authorise', { ...ask, paymentId })).toEqual(first)
    })

    it.each([
      ['4000000000000002', /declined/],
      ['4000000000009995', /insufficient_funds/],
    ])('tells that %s is declined, and the same when asked again', async (number, code) => {
      const { provider } = open()
      const ask = await asked(number)
      const declined = await provider.authorise(ask)
      expect(declined).toMatchObject({ type: 'declined', code: expect.stringMatching(code) })
      expect(await askOnce(provider, 'authorise', ask)).toMatchObject({ type: 'declined' })
    })

    it('declines what it has no card for', async () => {
      const ask = await asked(approved, { reference: 'nothing-of-theirs' })
      expect(await open().provider.authorise(ask)).toMatchObject({ type: 'declined' })
    })

    it('asks somebody to confirm, and knows when they did (3-D Secure)', async () => {
      const { provider, confirm } = open()
      const ask = await asked('4000000000003220')
      const waiting = await provider.authorise(ask)
      expect(waiting).toMatchObject({ type: 'actionRequired', url: expect.stringMatching(/^https?:/) })
      const { paymentId } = waiting as Authorised
      expect(await provider.find('authorise', { ...ask, paymentId })).toEqual(waiting)
      await confirm(paymentId)
      expect(await provider.find('authorise', { ...ask, paymentId })).toMatchObject({ type: 'authorised' })
    })

    it('captures in parts, each once, and no more than was authorised', async () => {
      const { provider } = open()
      const payment = await authorised()
      const first = another({ ...payment, amount: usd(2_000), isLast: false })
      expect(await provider.find('capture', first)).toBeUndefined()
      const taken = await provider.capture(first)
      expect(taken).toMatchObject({ type: 'captured', amount: usd(2_000) })
      expect(await askOnce(provider, 'capture', first)).toEqual(taken)
      const tooMuch = another({ ...first, amount: usd(3_001) })
      expect(await provider.capture(tooMuch)).toMatchObject({ type: 'refused' })
      expect(await provider.find('capture', tooMuch)).toBeUndefined()
      const last = another({ ...first, amount: usd(3_000), isLast: true })
      expect(await provider.capture(last)).toMatchObject({ type: 'captured', amount: usd(3_000) })
      expect(await provider.capture(another(first))).toMatchObject({ type: 'refused' })
    })

    it('gives up the rest with the last capture', async () => {
      const { provider } = open()
      const payment = await authorised()
      await provider.capture(another({ ...payment, amount: usd(2_000), isLast: true }))
      expect(await provider.capture(another({ ...payment, amount: usd(1), isLast: true }))).toMatchObject({
        type: 'refused',
      })
      expect(await provider.find('release', payment)).toEqual({ type: 'released' })
    })

    it('refunds in parts, each once, and no more than was taken', async () => {
      const { provider } = open()
      const payment = await authorised()
      await provider.capture(another({ ...payment, amount: usd(2_000), isLast: true }))
      const part = another({ ...payment, amount: usd(1_500) })
      expect(await provider.find('refund', part)).toBeUndefined()
      const refunded = await provider.refund(part)
      expect(refunded).toMatchObject({ type: 'refunded', amount: usd(1_500) })
      expect(await askOnce(provider, 'refund', part)).toEqual(refunded)
      expect(await provider.refund(another({ ...part, amount: usd(501) }))).toMatchObject({ type: 'refused' })
      expect(await provider.refund(another({ ...part, amount: usd(500) }))).toMatchObject({
        type: 'refunded',
      })
    })

    it('releases an authorisation, after which nothing is taken', async () => {
      const { provider } = open()
      const payment = await authorised()
      expect(await provider.find('release', another(payment))).toBeUndefined()
      expect(await provider.release(another(payment))).toEqual({ type: 'released' })
      expect(await provider.release(another(payment))).toEqual({ type: 'released' })
      expect(await provider.find('release', payment)).toEqual({ type: 'released' })
      expect(await provider.capture(another({ ...payment, isLast: true }))).toMatchObject({ type: 'refused' })
    })

    it('counts in the currency it is asked in', async () => {
      const yen = money(4_000, 'JPY')
      const payment = await authorised({ amount: yen })
      const capture = another({ ...payment, isLast: true })
      expect(await open().provider.capture(capture)).toMatchObject({ type: 'captured', amount: yen })
    })
  })
}
