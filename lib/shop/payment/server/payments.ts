import { setTimeout as sleep } from 'node:timers/promises'
import { v4 as uuidv4 } from 'uuid'
import type { ToUrl } from '../../server/mail/account-letters'
import type { PaymentNotice, PaymentProvider } from '../port'
import { testCards } from '../test-cards'
import type { PaymentOffer } from '../wire/payment-offer'
import { createHearStripe } from './hear-stripe'
import { createStripe, createStripeProvider } from './stripe-provider'
import { createTestProvider, type TestProvider } from './test-provider'
import type { TestProviderStore } from './test-provider-store'

export interface StripeKeys {
  readonly secretKey: string
  /** For pages, that cards are entered with. */
  readonly publishableKey: string
  readonly webhookSecret: string | undefined
}

interface Dependencies {
  readonly store: TestProviderStore
  readonly now: () => Date
  readonly toUrl: ToUrl
  readonly stripe: StripeKeys | undefined
  /** Is told what changed about a payment. */
  readonly notify: (notice: PaymentNotice) => Promise<void>
}

/** Who moves money for the shop, and what pages are told of that. */
export interface Payments {
  readonly provider: PaymentProvider
  readonly offer: PaymentOffer
  /** The built-in test provider, where that is who it is. */
  readonly test?: TestProvider
  /** Takes what Stripe tells, to the byte; false where Stripe didn't sign it. Left out where nobody could tell. */
  readonly hearStripe?: (body: Buffer, signature: string) => Promise<boolean>
  readonly stop: () => void
}

/** Payments go through Stripe where its keys are given, else through the built-in test provider. */
export const createPayments = ({ store, now, toUrl, stripe: keys, notify }: Dependencies): Payments => {
  if (keys) {
    const { secretKey, publishableKey, webhookSecret } = keys
    const stripe = createStripe(secretKey)
    return {
      provider: createStripeProvider(stripe),
      offer: { provider: 'stripe', publishableKey },
      ...(webhookSecret !== undefined && { hearStripe: createHearStripe({ stripe, webhookSecret, notify }) }),
      stop: () => undefined,
    }
  }
  const stopping = new AbortController()
  const test = createTestProvider({
    store,
    now,
    newToken: uuidv4,
    wait: (ms) => sleep(ms, undefined, { signal: stopping.signal }),
    pageOf: (paymentId) => toUrl(`/payments/test/${paymentId}`),
    notify,
  })
  return { provider: test, offer: testOffer, test, stop: () => stopping.abort() }
}

const testOffer: PaymentOffer = {
  provider: 'test',
  says: 'This is the built-in test provider: it moves no money. The number says what becomes of the payment. Never enter a real card.',
  cards: testCards.map(({ number, words }) => ({ number, words })),
}
