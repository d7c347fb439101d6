import type { Asks, PaymentNotice, PaymentProvider, Refused } from '../port'
import { testCardOf } from '../test-cards'
import {
  authorisationOf,
  beginTestPayment,
  captureTestPayment,
  captureUnder,
  refundTestPayment,
  refundUnder,
  releaseTestPayment,
  settledBy,
  settlesAfterMs,
  settleTestPayment,
  type TestPayment,
  testPaymentIdOf,
} from '../test-payment'
import type { TestProviderStore } from './test-provider-store'

const slowMs = 3_000

interface Dependencies {
  readonly store: TestProviderStore
  readonly now: () => Date
  readonly newToken: () => string
  /** Waits, unless it is told to stop. */
  readonly wait: (ms: number) => Promise<void>
  /** The page on which it asks somebody whether they pay. */
  readonly pageOf: (paymentId: string) => string
  /** Is told what changed later. */
  readonly notify: (notice: PaymentNotice) => Promise<void>
}

/** The built-in test provider: it moves no money, and a card's number says how it behaves. */
export interface TestProvider extends PaymentProvider {
  /** Turns a card's number into a token, and forgets it; undefined for what is no card number. */
  readonly tokenFor: (number: string) => Promise<{ token: string; lastFour: string } | undefined>
  readonly paymentOf: (paymentId: string) => Promise<TestPayment | undefined>
  /** Somebody said on its page whether they pay. */
  readonly confirm: (paymentId: string, isApproved: boolean) => Promise<TestPayment | undefined>
}

const unknownPayment: Refused = {
  type: 'refused',
  code: 'unknown_payment',
  message: 'There is no such payment.',
}

const unknownCard = { code: 'unknown_card', message: 'The test provider does not know this card.' }

export const createTestProvider = (dependencies: Dependencies): TestProvider => {
  const { store, now, newToken, wait, pageOf, notify } = dependencies

  const noticeOf = ({ paymentId, orderId, key }: TestPayment): PaymentNotice => ({ paymentId, orderId, key })

  const changed = (paymentId: string, change: (before: TestPayment) => TestPayment) =>
    store.change(paymentId, (before) => {
      const payment = change(before)
      return { payment, answer: payment }
    })

  /** The bank takes its time, and then the same thing is told twice. */
  const tellTwice = async (payment: TestPayment): Promise<void> => {
    await wait(settlesAfterMs)
    await notify(noticeOf(payment))
    await notify(noticeOf(payment))
  }

  /** It did what it was asked for; now for how it says so. */
  const misbehave = async (payment: TestPayment): Promise<void> => {
    const { behaviour } = payment.card
    if (behaviour === 'slow') await wait(slowMs)
    if (behaviour === 'timeout')
      throw new Error('The test provider took what it was asked for, and says nothing')
    if (behaviour === 'twice') void tellTwice(payment).catch(() => undefined)
  }

  const standingOf = async (paymentId: string): Promise<TestPayment | undefined> => {
    const payment = await store.paymentOf(paymentId)
    return payment?.status === 'pending' ? changed(paymentId, (before) => settledBy(before, now())) : payment
  }

  const findings: {
    readonly [Kind in keyof Asks]: (payment: TestPayment, key: string) => Asks[Kind][1] | undefined
  } = {
    authorise: (payment) => authorisationOf(payment, pageOf),
    capture: captureUnder,
    refund: refundUnder,
    release: ({ status }) => (status === 'over' ? { type: 'released' } : undefined),
  }

  return {
    name: 'test',
    isDown: () => false,
    tokenFor: async (number) => {
      const card = testCardOf(number)
      if (!card) return undefined
      const token = `card_${newToken()}`
      await store.keepCard(token, card)
      return { token, lastFour: card.lastFour }
    },
    paymentOf: store.paymentOf,
    confirm: async (paymentId, isApproved) => {
      const payment = await changed(paymentId, (before) => settleTestPayment(before, isApproved))
      if (payment) await notify(noticeOf(payment))
      return payment
    },

    authorise: async (asked) => {
      const known = await store.paymentOf(testPaymentIdOf(asked.key))
      if (known) return authorisationOf(known, pageOf)
      const card = await store.cardOf(asked.reference)
      if (!card) return { type: 'declined', ...unknownCard }
      const payment = await store.begin(beginTestPayment(asked, card, now()))
      await misbehave(payment)
      return authorisationOf(payment, pageOf)
    },
    capture: async (asked) =>
      (await store.change(asked.paymentId, (payment) => captureTestPayment(payment, asked, now()))) ??
      unknownPayment,
    refund: async (asked) =>
      (await store.change(asked.paymentId, (payment) => refundTestPayment(payment, asked))) ?? unknownPayment,
    release: async ({ paymentId }) => (await store.change(paymentId, releaseTestPayment)) ?? unknownPayment,
    find: async (kind, asked) => {
      const paymentId = asked.paymentId ?? testPaymentIdOf(asked.key)
      const payment = await standingOf(paymentId)
      return payment && findings[kind](payment, asked.key)
    },
  }
}
