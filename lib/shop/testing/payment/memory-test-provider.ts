import type { TestProviderStore } from '../../payment/server/test-provider-store'
import type { TestCard } from '../../payment/test-cards'
import type { TestPayment } from '../../payment/test-payment'

/** The test provider's memory for tests that need no database. */
export const createMemoryTestProvider = (): TestProviderStore & {
  readonly payments: () => readonly TestPayment[]
} => {
  const cards = new Map<string, TestCard>()
  const payments = new Map<string, TestPayment>()
  return {
    payments: () => [...payments.values()],
    keepCard: async (token, card) => {
      cards.set(token, card)
    },
    cardOf: async (token) => cards.get(token),
    paymentOf: async (paymentId) => payments.get(paymentId),
    begin: async (payment) => {
      const known = payments.get(payment.paymentId) ?? payment
      payments.set(payment.paymentId, known)
      return known
    },
    change: async (paymentId, act) => {
      const before = payments.get(paymentId)
      if (!before) return undefined
      const { payment, answer } = act(before)
      payments.set(paymentId, payment)
      return answer
    },
  }
}
