import type { TestCard } from '../test-cards'
import type { TestPayment } from '../test-payment'

/** The built-in test provider's own memory: what a shop's log knows of payments is none of it. */
export interface TestProviderStore {
  readonly keepCard: (token: string, card: TestCard) => Promise<void>
  readonly cardOf: (token: string) => Promise<TestCard | undefined>
  readonly paymentOf: (paymentId: string) => Promise<TestPayment | undefined>
  /** Begins a payment, unless it was begun: gives the one that is there then. */
  readonly begin: (payment: TestPayment) => Promise<TestPayment>
  /** Changes a payment, one at a time; undefined where there is none of the id. */
  readonly change: <Answer>(
    paymentId: string,
    act: (payment: TestPayment) => { readonly payment: TestPayment; readonly answer: Answer },
  ) => Promise<Answer | undefined>
}
